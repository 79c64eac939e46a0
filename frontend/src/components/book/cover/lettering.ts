// How a title is set on a cover: as large as fits, its lines of about the same length.

export interface Box {
  width: number
  height: number
  /** The largest letters that are wanted, and the smallest that can be read. */
  largest: number
  smallest: number
}

export interface Line {
  text: string
  /** The width that it has to be pressed into, as it is a word that is too long. */
  pressedTo?: number
}

export interface Lettering {
  size: number
  lines: Line[]
}

export const LEADING = 1.5
const STEP = 0.92
const ELLIPSIS = '…'
const MOST_PRESSED = 0.7

/** Of letters in Amiri bold, in their height: within a word, and at its end. Rounded up. */
const JOINED: [letters: string, within: number, atEnd: number][] = [
  ['اأإآٱ', 0.28, 0.28],
  ['بتثپ', 0.28, 0.95],
  ['ن', 0.28, 0.62],
  ['يىئ', 0.28, 0.8],
  ['ل', 0.34, 0.64],
  ['رزوؤ', 0.43, 0.43],
  ['دذ', 0.5, 0.5],
  ['ةه', 0.43, 0.43],
  ['م', 0.45, 0.5],
  ['ف', 0.42, 1],
  ['ق', 0.42, 0.72],
  ['حجخچ', 0.5, 0.7],
  ['عغ', 0.57, 0.58],
  ['طظ', 0.58, 0.82],
  ['كگء', 0.7, 0.8],
  ['سش', 0.6, 1.02],
  ['صض', 0.76, 1.24],
]
const WITHIN = new Map(JOINED.flatMap(([letters, within]) => Array.from(letters, (each) => [each, within] as const)))
const AT_END = new Map(JOINED.flatMap(([letters, , atEnd]) => Array.from(letters, (each) => [each, atEnd] as const)))

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u

/** In the height of the letters; what is set has to fit, so it is rather too much than too little. */
export function widthOf(text: string): number {
  const letters = Array.from(text).filter((each) => !/\p{M}/u.test(each))
  return letters.reduce((sum, each, index) => sum + widthOfLetter(each, letters[index + 1]), 0)
}

function widthOfLetter(each: string, next = ' '): number {
  const joined = (/\p{L}/u.test(next) ? WITHIN : AT_END).get(each)
  if (joined !== undefined) return joined
  if (/[\s.,:;'|!ijltIfr()]/u.test(each)) return 0.36
  if (/[MWmw@—]/u.test(each)) return 0.95
  if (/\p{Lu}/u.test(each)) return 0.72
  if (WIDE.test(each)) return 1.1
  return /[a-z]/.test(each) ? 0.55 : 0.63
}

export function letter(text: string, box: Box): Lettering {
  const words = text.trim().split(/\s+/u).filter(Boolean)
  let size = box.largest
  while (size > box.smallest && !fits(words, box, size)) size *= STEP
  size = Math.max(size, box.smallest)
  const most = Math.max(1, Math.floor(box.height / (size * LEADING)))
  const lines = cut(balanced(words, box.width / size), most)
  return { size, lines: lines.map((line) => pressed(line, box.width, size)) }
}

function fits(words: string[], { width, height }: Box, size: number): boolean {
  const lines = wrapped(words, width / size)
  return lines.length * size * LEADING <= height && lines.every((line) => widthOf(line) * size <= width)
}

function wrapped(words: string[], width: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** No more lines than needed, and the longest of them as short as can be. */
function balanced(words: string[], width: number): string[] {
  const lines = wrapped(words, width)
  let narrow = lines
  for (let less = width * 0.97; less > width / 3; less *= 0.97) {
    const tried = wrapped(words, less)
    if (tried.length > lines.length) break
    narrow = tried
  }
  return narrow
}

function cut(lines: string[], most: number): string[] {
  const last = lines[most - 1]
  return lines.length > most && last !== undefined ? [...lines.slice(0, most - 1), `${last}${ELLIPSIS}`] : lines
}

function pressed(text: string, width: number, size: number): Line {
  let shown = text
  while (widthOf(shown) * size * MOST_PRESSED > width) shown = `${Array.from(shown).slice(0, -2).join('')}${ELLIPSIS}`
  return widthOf(shown) * size > width ? { text: shown, pressedTo: width } : { text: shown }
}

/** The direction of the first letter that has one. */
export function directionOf(text: string): 'rtl' | 'ltr' {
  const first = /[\p{L}]/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first) ? 'rtl' : 'ltr'
}
