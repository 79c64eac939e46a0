// A form: checked before it is sent, sent once, and what is wrong said at the field it concerns.
import { isAxiosError } from 'axios'
import { computed, nextTick, reactive, ref, watch, type ComputedRef, type Reactive, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'

import type { Refusal, Sentences } from '@/api/generated'
import { refusalOf } from '@/api/refusal'
import { useLocale } from '@/stores/locale'

import type { Problem, Rule } from './rules'
import { useSentence } from './useSentence'

type Values = Record<string, string>

export interface FormOptions<Fields extends Values> {
  /** Fields are called as the server calls them: it names those at fault. */
  values: Fields
  rules: Partial<{ [Field in keyof Fields]: Rule<Fields>[] }>
  send: (values: Fields) => Promise<void>
  /** At which field to say a refusal that names none, by its code. */
  fieldOf?: Record<string, keyof Fields & string>
}

export interface Form<Fields extends Values> {
  values: Reactive<Fields>
  problems: ComputedRef<Partial<Record<keyof Fields, string>>>
  /** What is wrong with none of the fields. */
  complaint: ComputedRef<string | null>
  isSending: Ref<boolean>
  submit: (event: Event) => Promise<void>
}

export function useForm<Fields extends Values>(options: FormOptions<Fields>): Form<Fields> {
  const { t } = useI18n()
  const locale = useLocale()
  const sentence = useSentence()

  const values = reactive({ ...options.values }) as Reactive<Fields>
  const fields = Object.keys(options.values) as (keyof Fields & string)[]
  const found = ref<Partial<Record<string, Problem | Sentences>>>({})
  const failure = ref<unknown>(null)
  const isSending = ref(false)

  for (const field of fields) watch(() => values[field as keyof Reactive<Fields>], () => Reflect.deleteProperty(found.value, field))

  const problems = computed(() => {
    const said = Object.entries(found.value).map(([field, problem]) => [field, problem && inWords(problem)])
    return Object.fromEntries(said) as Partial<Record<keyof Fields, string>>
  })
  const complaint = computed(() => (failure.value === null ? null : sentence(failure.value)))

  function inWords(problem: Problem | Sentences): string {
    if ('en' in problem) return problem[locale.language]
    return t(problem.key, { count: problem.count }, problem.count ?? 1)
  }

  function check(): typeof found.value {
    const all = values as Fields
    const wrong = fields.flatMap((field) => {
      const problem = options.rules[field]?.map((rule) => rule(all[field] ?? '', all)).find(Boolean)
      return problem ? [[field, problem] as const] : []
    })
    return Object.fromEntries(wrong)
  }

  /** At the fields that the refusal names; if there are none, of the whole. */
  function blame(error: unknown): void {
    const refusal = refusalOf(error)
    const named = refusal ? [...Object.keys(refusal.details), options.fieldOf?.[refusal.error_code]] : []
    const wrong = fields.filter((field) => named.includes(field))
    if (!refusal || wrong.length === 0) failure.value = error
    else {
      found.value = Object.fromEntries(wrong.map((field) => [field, faultOf(refusal, field)]))
    }
  }

  async function submit(event: Event): Promise<void> {
    if (isSending.value) return
    const form = event.currentTarget as HTMLFormElement
    failure.value = null
    found.value = check()
    if (Object.keys(found.value).length === 0) await send()
    await nextTick()
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  async function send(): Promise<void> {
    isSending.value = true
    try {
      await options.send({ ...values } as Fields)
    } catch (error) {
      blame(error)
      if (!isAxiosError(error)) throw error
    } finally {
      isSending.value = false
    }
  }

  return { values, problems, complaint, isSending, submit }
}

/** The first thing that is wrong with the field; or the whole sentence, if the field is only named. */
function faultOf({ en, ar, details }: Refusal, field: string): Sentences {
  const faults = details[field]
  return Array.isArray(faults) ? (faults as [Sentences])[0] : { en, ar }
}
