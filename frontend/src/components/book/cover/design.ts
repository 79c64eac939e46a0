// Which cover a book gets: always the same for the same title and author.
import { TILINGS, type Tiling } from './tilings'

export interface Palette {
  ground: string
  depth: string
  line: string
  ink: string
}

const PALETTES: Palette[] = [
  { ground: '#1f3f73', depth: '#10264c', line: '#d9b566', ink: '#f8eed8' },
  { ground: '#12574c', depth: '#08352f', line: '#dcb973', ink: '#f6eedb' },
  { ground: '#84232f', depth: '#54121c', line: '#e9bf86', ink: '#fdf0df' },
  { ground: '#f1e6cd', depth: '#e4d3ae', line: '#99692c', ink: '#3c2b15' },
  { ground: '#1d7c84', depth: '#0c515b', line: '#f1d796', ink: '#fbf5e6' },
  { ground: '#3a2558', depth: '#21143a', line: '#dfba72', ink: '#f6eef8' },
  { ground: '#a34d2e', depth: '#71301b', line: '#f4d6a7', ink: '#fff4e4' },
  { ground: '#4f5b33', depth: '#30391e', line: '#dcc787', ink: '#f7f2df' },
  { ground: '#f3efe5', depth: '#e5dcc8', line: '#2f5288', ink: '#1d2f52' },
  { ground: '#e9c98e', depth: '#d6a95c', line: '#7d2d20', ink: '#4a1812' },
  { ground: '#20292f', depth: '#11171b', line: '#c9a86a', ink: '#f1ebdd' },
  { ground: '#dfe6de', depth: '#c5d3c8', line: '#17605a', ink: '#0f3b3a' },
]

/** Of a book that has no name yet. */
const BLANK: Palette = { ground: '#cfc6b4', depth: '#b3a892', line: '#f6f0e2', ink: '#3a3529' }

export const LAYOUTS = ['panel', 'niche', 'sun', 'band', 'frame'] as const
export type Layout = (typeof LAYOUTS)[number]

const RAYS = [8, 10, 12, 16]

export interface Design {
  palette: Palette
  tiling: Tiling
  layout: Layout
  rays: number
}

export function designOf(title: string, author: string): Design {
  const choose = chooser(`${title}\n${author}`)
  const design = { palette: choose(PALETTES), layout: choose(LAYOUTS), tiling: choose(TILINGS), rays: choose(RAYS) }
  return title || author ? design : { ...design, palette: BLANK }
}

/** Each choice takes its own digits of a number that the text gives (FNV-1a). */
function chooser(text: string): <Choice>(choices: readonly Choice[]) => Choice {
  let digits = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) digits = Math.imul(digits ^ byte, 0x01000193) >>> 0
  return (choices) => {
    const choice = choices[digits % choices.length]
    digits = Math.imul(digits ^ (digits >>> 15), 0x2c1b3c6d) >>> 0
    if (choice === undefined) throw new RangeError('There is nothing to choose from.')
    return choice
  }
}
