// Cuts a text into paragraphs, and these where something that is marked begins or ends.

/** A stretch of a text; offsets count Unicode code points, as the API does, and not UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/** A piece of a paragraph, and all marks that cover it, the longest first. */
export interface Segment<Mark extends Span> extends Span {
  text: string
  marks: Mark[]
}

const COMBINING = /^\p{M}$/u

export function paragraphsOf<Mark extends Span>(text: string, marks: readonly Mark[]): Segment<Mark>[][] {
  const points = Array.from(text)
  const fitted = marks
    .map((mark) => ({ mark, ...fittedTo(points, mark) }))
    .filter(({ start, end }) => start < end)
    .sort(byLength)

  return linesOf(points).map((line) => {
    const covering = fitted.filter((span) => span.start < line.end && span.end > line.start)
    return piecesOf(line, covering).map((piece) => ({
      ...piece,
      text: points.slice(piece.start, piece.end).join(''),
      marks: covering.filter((span) => span.start <= piece.start && span.end >= piece.end).map(({ mark }) => mark),
    }))
  })
}

/** A letter is not torn from its vowel marks, and nothing reaches beyond the text. */
function fittedTo(points: string[], { start, end }: Span): Span {
  return { start: behindVowelMarks(points, Math.max(start, 0)), end: behindVowelMarks(points, end) }
}

function behindVowelMarks(points: string[], offset: number): number {
  let behind = offset
  while (COMBINING.test(points[behind] ?? '')) behind += 1
  return behind
}

function byLength(one: Span, other: Span): number {
  return other.end - other.start - (one.end - one.start)
}

/** The lines that hold anything. */
function linesOf(points: string[]): Span[] {
  const ends = [...points.keys()].filter((offset) => points[offset] === '\n')
  const lines = [...ends, points.length].map((end, index) => ({ start: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end }))
  return lines.filter(({ start, end }) => points.slice(start, end).some((point) => point.trim() !== ''))
}

function piecesOf(line: Span, covering: Span[]): Span[] {
  const bounds = covering.flatMap(({ start, end }) => [start, end])
  const inner = bounds.filter((bound) => bound > line.start && bound < line.end)
  const cuts = [...new Set([line.start, ...inner, line.end])].sort((one, other) => one - other)
  return cuts.slice(0, -1).map((start, index) => ({ start, end: cuts[index + 1] ?? line.end }))
}
