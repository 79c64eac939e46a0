// Files that need the token: fetched, then saved under the name that the server gives them.
import { AxiosError, type AxiosResponse } from 'axios'

/** Raises the server's refusal, which comes as a file where one was asked for. */
export async function save(asked: Promise<AxiosResponse>): Promise<void> {
  const { data, headers } = await asked.catch(async (error: unknown) => {
    if (error instanceof AxiosError && error.response?.data instanceof Blob) {
      error.response.data = await readJson(error.response.data)
    }
    throw error
  })
  saveAs(fileNameIn(String(headers['content-disposition'] ?? '')), data as Blob)
}

export function saveAs(name: string, file: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser begins to read only after the click is over.
  setTimeout(() => { URL.revokeObjectURL(link.href) }, 60_000)
}

async function readJson(file: Blob): Promise<unknown> {
  try {
    return JSON.parse(await file.text())
  } catch {
    return null
  }
}

/** The name in a Content-Disposition: the one in UTF-8 before the one in ASCII. */
export function fileNameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  const plain = /filename="([^"]*)"/i.exec(disposition)?.[1]
  try {
    return encoded ? decodeURIComponent(encoded) : (plain ?? '')
  } catch {
    return plain ?? ''
  }
}
