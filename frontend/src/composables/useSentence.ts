// What went wrong, in the reader's language.
import { isAxiosError } from 'axios'
import { useI18n } from 'vue-i18n'

import { refusalOf } from '@/api/refusal'
import { useLocale } from '@/stores/locale'
import { FilesMissing } from '@/stores/pageLoad'

/** The server's own sentence, if it said one. */
export function useSentence(): (error: unknown) => string {
  const { t } = useI18n()
  const locale = useLocale()
  return (error) => refusalOf(error)?.[locale.language] ?? t(`common.failed.${kindOf(error)}`)
}

function kindOf(error: unknown): 'away' | 'missing' | 'ill' {
  if (error instanceof FilesMissing) return 'missing'
  return isAxiosError(error) && !error.response ? 'away' : 'ill'
}
