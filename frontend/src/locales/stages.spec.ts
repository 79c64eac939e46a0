import { expect, test } from 'vitest'

import { i18n } from '.'

// A node of the workflow is one file of its name; what else is in these folders is wiring.
const files = Object.keys({
  ...import.meta.glob('../../../bookanalysis/ai/{validator,preprocessor,analyst}/*.py'),
  ...import.meta.glob('../../../bookanalysis/ai/name_extractor.py'),
})
const nodes = files.map((path) => path.replace(/.*\/(\w+)\.py$/, '$1')).filter((name) => !['__init__', 'graph'].includes(name))

test.each(['ar', 'en'] as const)('every step of the workflow has a name in %s, and no other', (language) => {
  const names = (i18n.global.messages.value[language] as Record<string, object>).stages ?? {}

  expect(nodes.length).toBeGreaterThan(10)
  expect(Object.keys(names).sort()).toEqual([...nodes, 'none'].sort())
})
