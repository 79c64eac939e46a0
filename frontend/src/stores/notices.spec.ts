import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'

import { useNotices } from './notices'

beforeEach(() => { setActivePinia(createPinia()) })

const said = () => useNotices().shown.map(({ sentence }) => sentence)

test('of too many the oldest goes', () => {
  for (const sentence of ['أول', 'ثانٍ', 'ثالث', 'رابع']) useNotices().say(sentence)

  expect(said()).toEqual(['ثانٍ', 'ثالث', 'رابع'])
})

test('of two that say the same the one that is meant goes', () => {
  const notices = useNotices()
  notices.say('حُفظ.')
  notices.say('حُذف.')
  notices.say('حُفظ.')

  notices.remove(notices.shown[0]?.id ?? 0)

  expect(said()).toEqual(['حُذف.', 'حُفظ.'])
})
