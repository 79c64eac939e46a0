// What the server would refuse, said before anything is sent. A rule gives what is wrong, or null.
export interface Problem {
  /** A locale key; `count` goes into its sentence. */
  key: string
  count?: number
}
export type Rule<Values> = (value: string, values: Values) => Problem | null

const USER = /^[-!#$%&'*+/=?^`{}|~\p{L}\p{N}_]+(\.[-!#$%&'*+/=?^`{}|~\p{L}\p{N}_]+)*$/u
const DOMAIN = /^([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u
const NO_TEXT = /[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]/u

export function isRequired(value: string): Problem | null {
  return value === '' ? { key: 'common.rules.required' } : null
}

/** Of what the server trims. A password may be of blanks. */
export function isNotBlank(value: string): Problem | null {
  return isRequired(value.trim())
}

export function isEmail(value: string): Problem | null {
  const [user, domain] = value.trim().split(/@(?=[^@]*$)/)
  const isRight = USER.test(user ?? '') && (domain === 'localhost' || DOMAIN.test(domain ?? ''))
  return isRight ? null : { key: 'common.rules.email' }
}

export function isText(value: string): Problem | null {
  return NO_TEXT.test(value) ? { key: 'common.rules.text' } : null
}

export function hasSixDigits(value: string): Problem | null {
  return /^\p{Nd}{6}$/u.test(value.replace(/\s/g, '')) ? null : { key: 'common.rules.code' }
}

export function isAtLeast<Values>(count: number): Rule<Values> {
  return (value) => (lengthOf(value) < count ? { key: 'common.rules.short', count } : null)
}

export function isAtMost<Values>(count: number): Rule<Values> {
  return (value) => (lengthOf(value) > count ? { key: 'common.rules.long', count } : null)
}

export function isSameAs<Values extends Record<string, string>>(field: keyof Values & string): Rule<Values> {
  return (value, values) => (value === values[field] ? null : { key: 'common.rules.differs' })
}

/** In characters, as the server counts them. */
function lengthOf(text: string): number {
  return [...text].length
}
