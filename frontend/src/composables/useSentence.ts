// What went wrong, in the reader's language.
import { isAxiosError } from 'axios'
import { useI18n } from 'vue-i18n'

import { refusalOf } from '@/api/refusal'
import { useLocale } from '@/stores/locale'

/** The server's own sentence, if it said one. */
export function useSentence(): (error: unknown) => string {
  const { t } = useI18n()
  const locale = useLocale()
  return (error) => {
    const isAway = isAxiosError(error) && !error.response
    return refusalOf(error)?.[locale.language] ?? t(isAway ? 'common.failed.away' : 'common.failed.ill')
  }
}
