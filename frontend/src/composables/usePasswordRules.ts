// What a new password has to be like, in this installation.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import { useLimits } from '@/queries/limits'

import { isAtLeast, isAtMost, isRequired, isText, type Rule } from './rules'

export function usePasswordRules<Values>() {
  const { t } = useI18n()
  const { data: limits } = useLimits()

  const hint = computed(() => {
    const count = limits.value?.password_min_characters
    return count === undefined ? undefined : t('entry.passwordHint', { count }, count)
  })

  const hasItsLength: Rule<Values> = (value, values) => {
    if (!limits.value) return null
    const { password_min_characters: least, password_max_characters: most } = limits.value
    return isAtLeast<Values>(least)(value, values) ?? isAtMost<Values>(most)(value, values)
  }

  return { rules: [isRequired, isText, hasItsLength], hint }
}
