// Where things stand on a cover of 240 by 360.
import type { Layout } from './design'
import { petals, ring, star, web, type Point } from './geometry'
import type { Box } from './lettering'

export const WIDTH = 240
export const HEIGHT = 360

interface Place extends Box {
  /** The middle of its lines. */
  middle: number
}

export interface Composition {
  /** Filled with the pattern. */
  patterned: string
  /** Plain places on it, framed. */
  plain: string
  /** Ornaments: drawn as lines, and filled faintly. */
  ornaments: string
  /** Ornaments: drawn as lines only. */
  lines: string
  title: Place
  author: Place
}

const CENTRE = WIDTH / 2

function box(left: number, top: number, right: number, bottom: number): string {
  return `M${left} ${top}H${right}V${bottom}H${left}Z`
}

const FIELD = box(14, 14, WIDTH - 14, HEIGHT - 14)

/** A plate with hollow corners. */
function plate(left: number, top: number, right: number, bottom: number, corner: number): string {
  return (
    `M${left + corner} ${top}H${right - corner}A${corner} ${corner} 0 0 0 ${right} ${top + corner}` +
    `V${bottom - corner}A${corner} ${corner} 0 0 0 ${right - corner} ${bottom}` +
    `H${left + corner}A${corner} ${corner} 0 0 0 ${left} ${bottom - corner}` +
    `V${top + corner}A${corner} ${corner} 0 0 0 ${left + corner} ${top}Z`
  )
}

/** A band with pointed ends. */
function ribbon(left: number, top: number, right: number, bottom: number): string {
  const [middle, point] = [(top + bottom) / 2, (bottom - top) / 2]
  return `M${left + point} ${top}H${right - point}L${right} ${middle}L${right - point} ${bottom}H${left + point}L${left} ${middle}Z`
}

/** A niche with a keel arch. */
function niche(left: number, top: number, right: number, bottom: number): string {
  const [middle, rise] = [(left + right) / 2, 92]
  const [shoulder, reach] = [top + rise, (right - left) / 2]
  return (
    `M${left} ${bottom}V${shoulder}C${left} ${shoulder - 42} ${middle - reach * 0.42} ${top + 34} ${middle} ${top}` +
    `C${middle + reach * 0.42} ${top + 34} ${right} ${shoulder - 42} ${right} ${shoulder}V${bottom}Z`
  )
}

function sun(centre: Point, radius: number, rays: number): { filled: string; lines: string } {
  return {
    filled: petals(centre, rays, radius * 0.5, radius * 0.9) + star(centre, rays, radius * 0.52, Math.floor(rays / 3)),
    lines:
      ring(centre, radius) +
      ring(centre, radius * 0.95) +
      web(centre, rays, radius * 0.95, Math.floor(rays / 2) - 1) +
      star(centre, rays, radius * 0.2, 2),
  }
}

function spark(x: number, y: number, radius: number): string {
  return star({ x, y }, 8, radius, 3)
}

const COMPOSITIONS: Record<Layout, (rays: number) => Composition> = {
  panel: () => ({
    patterned: FIELD,
    plain: plate(30, 76, 210, 246, 16) + ribbon(40, 286, 200, 322),
    ornaments: spark(CENTRE, 76, 15),
    lines: plate(36, 82, 204, 240, 14),
    title: { middle: 163, width: 156, height: 138, largest: 46, smallest: 18 },
    author: { middle: 304, width: 128, height: 30, largest: 19, smallest: 14 },
  }),
  niche: () => ({
    patterned: FIELD,
    plain: niche(38, 44, 202, 322),
    ornaments: spark(CENTRE, 108, 18),
    lines: niche(44, 54, 196, 316) + `M70 262H170`,
    title: { middle: 192, width: 142, height: 126, largest: 44, smallest: 18 },
    author: { middle: 289, width: 136, height: 48, largest: 20, smallest: 15 },
  }),
  sun: (rays) => {
    const corner = [14, WIDTH - 14].flatMap((x) => [14, HEIGHT - 14].map((y) => petals({ x, y }, 16, 6, 30) + ring({ x, y }, 33)))
    const { filled, lines } = sun({ x: CENTRE, y: 118 }, 76, rays)
    return {
      patterned: '',
      plain: '',
      ornaments: filled,
      lines: lines + corner.join(''),
      title: { middle: 246, width: 190, height: 96, largest: 42, smallest: 18 },
      author: { middle: 318, width: 148, height: 48, largest: 20, smallest: 15 },
    }
  },
  band: () => ({
    patterned: box(14, 14, WIDTH - 14, 160),
    plain: ring({ x: CENTRE, y: 160 }, 26),
    ornaments: spark(CENTRE, 160, 21),
    lines: `M14 160H94M146 160H226M14 165H94.5M145.5 165H226`,
    title: { middle: 240, width: 196, height: 110, largest: 46, smallest: 18 },
    author: { middle: 320, width: 188, height: 46, largest: 20, smallest: 15 },
  }),
  frame: () => ({
    patterned: FIELD,
    plain: box(46, 46, WIDTH - 46, HEIGHT - 46),
    ornaments: spark(CENTRE, 86, 20),
    lines: box(51, 51, WIDTH - 51, HEIGHT - 51) + `M84 258H156`,
    title: { middle: 180, width: 132, height: 140, largest: 42, smallest: 17 },
    author: { middle: 284, width: 130, height: 48, largest: 19, smallest: 15 },
  }),
}

export function compose(layout: Layout, rays: number): Composition {
  return COMPOSITIONS[layout](rays)
}
