// Starts what `make run` starts, in a folder and on ports of its own, and writes the books to upload.
import { execFileSync, spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const PROJECT = resolve(import.meta.dirname, '../..')
const PYTHON = join(PROJECT, '.venv/bin/python')
const LIMITS = ['ANONYMOUS', 'USERS', 'UPLOADS', 'PASSWORD_RESETS', 'CHARACTERS']

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

export default async function start(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'journey-'))
  const books = join(folder, 'books-to-upload')
  execFileSync(PYTHON, ['-m', 'tests.e2e.write_books', books], { cwd: PROJECT })

  const [port, redis] = [await freePort(), await freePort()]
  const address = `http://127.0.0.1:${port.toString()}`
  const log = join(folder, 'run.log')
  const system = spawn(PYTHON, ['-m', 'bookanalysis.running'], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: port.toString(),
      REDIS_URL: `redis://127.0.0.1:${redis.toString()}/0`,
      DATA_FOLDER: folder,
      SOCKET_CHANNEL: `journey-${port.toString()}`,
      // Short books have many parts, too.
      CHUNK_WORDS: process.env.BOOK ? '' : '60',
      WORKERS: '1',
      SWEEP_SECONDS: '1',
      ...Object.fromEntries(LIMITS.map((limit) => [`RATE_${limit}`, 'none'])),
    },
  })
  const sink = createWriteStream(log)
  system.stdout.pipe(sink)
  system.stderr.pipe(sink)
  await new Promise<void>((ready, failed) => {
    system.stdout.on('data', (said: Buffer) => {
      if (said.toString().includes('Ready at')) ready()
    })
    system.once('exit', () => {
      failed(new Error(readFileSync(log, 'utf8')))
    })
  })
  Object.assign(process.env, { ADDRESS: address, DATA: folder, BOOKS: books })

  return async () => {
    const ended = new Promise((exit) => system.once('exit', exit))
    system.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true })
  }
}
