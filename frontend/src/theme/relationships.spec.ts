import { describe, expect, test } from 'vitest'

import { KINDS, kindOf, ROLE_COLOURS, ROLES, STROKES } from './relationships'

import { THEMES, vuetify } from '.'

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

test('black on white has the contrast that WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each(THEMES)('on %s paper', (theme) => {
  const { background, surface } = vuetify.theme.themes.value[theme]?.colors as Record<string, string>

  test.each(KINDS)('a line of %s stands out', (kind) => {
    const line = STROKES[kind].colour[theme]

    expect(contrast(line, background as string)).toBeGreaterThanOrEqual(3)
    expect(contrast(line, surface as string)).toBeGreaterThanOrEqual(3)
  })

  test.each(ROLES)('a ring of %s stands out', (role) => {
    const ring = ROLE_COLOURS[role][theme]

    expect(contrast(ring, background as string)).toBeGreaterThanOrEqual(3)
    expect(contrast(ring, surface as string)).toBeGreaterThanOrEqual(3)
  })
})

test('no two kinds share a colour or, colours aside, a line', () => {
  const lines = KINDS.map((kind) => JSON.stringify({ ...STROKES[kind], colour: undefined }))

  expect(new Set(lines)).toHaveLength(KINDS.length)
  for (const theme of THEMES) {
    expect(new Set(KINDS.map((kind) => STROKES[kind].colour[theme]))).toHaveLength(KINDS.length)
  }
})

test('a mentor and a student are two sides of one kind', () => {
  expect(kindOf('mentor')).toBe(kindOf('student'))
  expect(kindOf('ally')).toBe('ally')
})
