import { expect, test } from 'vitest'

import { i18n } from '@/locales'

import { PHASES, phaseAfter } from './phases'

test('every step of the workflow belongs to one phase', () => {
  const { stages } = i18n.global.messages.value.en as unknown as { stages: Record<string, string> }
  const steps = PHASES.flatMap((phase) => [...phase.steps])

  expect(['none', ...steps].sort()).toEqual(Object.keys(stages).sort())
})

test.each([
  [null, 'check'],
  ['language_checker', 'check'],
  ['text_classifier', 'title'],
  ['name_extractor', 'divide'],
  ['cleaner', 'divide'],
  ['metadata_remover', 'read'],
  ['profile_refresher', 'read'],
  ['chunk_updater', 'read'],
  ['a step of tomorrow', 'check'],
])('after %s the phase is %s', (step, phase) => {
  expect(PHASES[phaseAfter(step)]?.name).toBe(phase)
})
