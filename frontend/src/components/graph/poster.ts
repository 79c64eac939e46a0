// The picture as it is saved: the book's title above, and below what its colours, rings and lines mean.
import { ROLE_COLOURS, ROLE_RINGS, STROKES, type Kind, type Role } from '@/theme/relationships'

import { FAMILY, type Paper } from './stylesheet'

export interface Legend {
  title: string
  direction: 'rtl' | 'ltr'
  kinds: { kind: Kind; name: string }[]
  roles: { role: Role; name: string }[]
}

type Pen = OffscreenCanvasRenderingContext2D

interface Entry {
  name: string
  /** From its start, in the direction of reading, on a middle line at 0. */
  draw: (pen: Pen) => void
}

export const SCALE = 2
const MARGIN = 32
const LEAST_WIDTH = 480
const TITLE = "700 28px 'Amiri'"
const TITLE_HEIGHT = 56
const WORDS = `400 14px '${FAMILY}'`
const SAMPLE = 40
const GAP = 8
const BETWEEN = 24
const ROW = 28

export async function posterOf(picture: Blob, legend: Legend, paper: Paper): Promise<Blob> {
  const [bitmap] = await Promise.all([createImageBitmap(picture), document.fonts.load(TITLE, legend.title)])
  const [pictureWidth, pictureHeight] = [bitmap.width / SCALE, bitmap.height / SCALE]
  const room = Math.max(pictureWidth, LEAST_WIDTH)
  const rows = rowsOf(entriesOf(legend, paper), room)
  const width = room + 2 * MARGIN
  const height = MARGIN + TITLE_HEIGHT + pictureHeight + MARGIN + rows.length * ROW + MARGIN

  const canvas = new OffscreenCanvas(width * SCALE, height * SCALE)
  const pen = canvas.getContext('2d') as Pen
  pen.scale(SCALE, SCALE)
  pen.fillStyle = paper.surface
  pen.fillRect(0, 0, width, height)
  pen.drawImage(bitmap, (width - pictureWidth) / 2, MARGIN + TITLE_HEIGHT, pictureWidth, pictureHeight)

  Object.assign(pen, { direction: legend.direction, textBaseline: 'middle', fillStyle: paper.ink })
  Object.assign(pen, { font: TITLE, textAlign: 'center' })
  pen.fillText(legend.title, width / 2, MARGIN + TITLE_HEIGHT / 2, room)
  Object.assign(pen, { font: WORDS, textAlign: 'start' })
  const top = height - MARGIN - rows.length * ROW
  for (const [index, row] of rows.entries()) {
    for (const { entry, start } of row) drawEntry(pen, entry, MARGIN + start, top + (index + 0.5) * ROW, width)
  }
  return canvas.convertToBlob()
}

function entriesOf({ kinds, roles }: Legend, { theme }: Paper): Entry[] {
  return [
    ...kinds.map(({ kind, name }) => ({ name, draw: (pen: Pen) => { drawLine(pen, kind, STROKES[kind].colour[theme]) } })),
    ...roles.map(({ role, name }) => ({ name, draw: (pen: Pen) => { drawCircle(pen, role, ROLE_COLOURS[role][theme]) } })),
  ]
}

type Row = { entry: Entry; start: number }[]

function rowsOf(entries: Entry[], room: number): Row[] {
  const pen = new OffscreenCanvas(1, 1).getContext('2d') as Pen
  pen.font = WORDS
  const rows: Row[] = []
  let start = Infinity
  for (const entry of entries) {
    const width = SAMPLE + GAP + pen.measureText(entry.name).width
    if (start + width > room) {
      rows.push([])
      start = 0
    }
    rows.at(-1)?.push({ entry, start })
    start += width + BETWEEN
  }
  return rows
}

function drawEntry(pen: Pen, { name, draw }: Entry, start: number, middle: number, width: number): void {
  const isMirrored = pen.direction === 'rtl'
  pen.save()
  pen.translate(isMirrored ? width - start : start, middle)
  pen.scale(isMirrored ? -1 : 1, 1)
  draw(pen)
  pen.restore()
  const words = start + SAMPLE + GAP
  pen.fillText(name, isMirrored ? width - words : words, middle)
}

function drawLine(pen: Pen, kind: Kind, colour: string): void {
  const { width, dashes, isDirected } = STROKES[kind]
  Object.assign(pen, { strokeStyle: colour, fillStyle: colour, lineWidth: width })
  pen.setLineDash(dashes)
  pen.stroke(new Path2D(`M0 0H${(isDirected ? SAMPLE - 8 : SAMPLE).toString()}`))
  if (isDirected) pen.fill(new Path2D(`M${(SAMPLE - 9).toString()} -5L${SAMPLE.toString()} 0L${(SAMPLE - 9).toString()} 5Z`))
}

function drawCircle(pen: Pen, role: Role, colour: string): void {
  const ring = ROLE_RINGS[role]
  Object.assign(pen, { strokeStyle: colour, fillStyle: colour, lineWidth: ring })
  pen.beginPath()
  pen.arc(SAMPLE - 9, 0, 8 - ring / 2, 0, 2 * Math.PI)
  if (ring > 0) pen.stroke()
  if (role === 'main') pen.fill()
}
