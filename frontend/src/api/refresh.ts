// New tokens by the refresh cookie, which scripts cannot read: only its CSRF twin.
import { postTokenRefresh, type Tokens } from './generated'
import { isNotLoggedIn, refusalOf } from './refusal'

const WAITS = [250, 500, 1000, 2000]
const TIMEOUT = 15_000

/** One tab at a time. Rejects with the server's refusal, or with its absence. */
export async function freshTokens(): Promise<Tokens> {
  // Browsers know locks on https and localhost only; elsewhere the server's grace time has to do.
  return 'locks' in navigator ? navigator.locks.request('refresh', refresh) : refresh()
}

async function refresh(): Promise<Tokens> {
  for (const wait of WAITS) {
    const csrf = csrfToken()
    try {
      return await askWith(csrf)
    } catch (error) {
      if (!hasLostTheRace(error, csrf)) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  return askWith(csrfToken())
}

async function askWith(csrf: string): Promise<Tokens> {
  const answer = await postTokenRefresh({
    body: {},
    headers: { 'X-CSRF-TOKEN': csrf },
    // The access token would be taken for the refresh token.
    auth: undefined,
    timeout: TIMEOUT,
    // Who reloads meanwhile would lose the new cookie, and with it the session: the old one is used up.
    adapter: 'fetch',
    fetchOptions: { keepalive: true },
    throwOnError: true,
  })
  return answer.data.data
}

/** Another tab's refresh came first: its cookie is on the way, or came between reading and sending. */
function hasLostTheRace(error: unknown, csrf: string): boolean {
  const isTooLate = refusalOf(error)?.error_code === 'REFRESHED_ALREADY'
  return isTooLate || (isNotLoggedIn(error) && csrfToken() !== csrf)
}

function csrfToken(): string {
  return /(?:^|; )csrf_refresh_token=([^;]*)/.exec(document.cookie)?.[1] ?? ''
}
