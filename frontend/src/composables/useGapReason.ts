// Why a part could not be read: the model's service says it in a word of its own.
import { useI18n } from 'vue-i18n'

export function useGapReason(): (gap: string) => string {
  const { t, te } = useI18n()
  return (gap) => {
    const key = `book.gaps.reason.${gap}`
    return te(key) ? t(key) : t('book.gaps.otherReason', { reason: gap })
  }
}
