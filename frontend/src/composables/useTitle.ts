// The title of the document: the page's own, or that of its route, before the product's name.
import { computed, onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'

/** Of pages within pages the inner one, which comes last, is the one that is meant. */
const ownTitles = shallowRef<(() => string | null)[]>([])

/** For a page whose title is in its data, such as a book's; null or undefined until it is known. */
export function useTitle(title: MaybeRefOrGetter<string | null | undefined>): void {
  const own = () => toValue(title) ?? null
  ownTitles.value = [...ownTitles.value, own]
  onScopeDispose(() => (ownTitles.value = ownTitles.value.filter((other) => other !== own)))
}

/** Once, for the app. */
export function useDocumentTitle(): void {
  const { t } = useI18n()
  const route = useRoute()
  const ownTitle = computed(() => ownTitles.value.map((own) => own()).findLast((title) => title !== null))
  const title = computed(() => ownTitle.value ?? (route.meta.title ? t(route.meta.title) : null))
  const name = computed(() => t('common.name'))
  watch(
    [title, name],
    () => {
      document.title = title.value ? `${title.value} · ${name.value}` : name.value
    },
    { immediate: true },
  )
}
