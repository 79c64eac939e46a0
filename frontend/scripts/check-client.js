// Fails when src/api/generated is not what docs/openapi.json gives.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const committed = 'src/api/generated'
const fresh = mkdtempSync(join(tmpdir(), 'client-'))

const contents = (folder) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')])
      .sort(),
  )

try {
  execFileSync('npx', ['openapi-ts'], { env: { ...process.env, CLIENT_FOLDER: fresh } })
  if (JSON.stringify(contents(committed)) !== JSON.stringify(contents(fresh))) {
    console.error('The API client is not what docs/openapi.json gives: `make client` writes it anew.')
    process.exitCode = 1
  }
} finally {
  rmSync(fresh, { recursive: true })
}
