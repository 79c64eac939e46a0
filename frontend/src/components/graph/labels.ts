// Which names are written: as many as can be read at this distance without covering each other, most mentioned first.
import type { Role } from '@/theme/relationships'

export interface Circle {
  id: string
  name: string
  role: Role
  /** Centre and radius on the screen. */
  x: number
  y: number
  radius: number
  /** The higher, the sooner it is named. */
  weight: number
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const SIDES = ['below', 'above'] as const
const LETTERS = { main: 15, secondary: 13, minor: 12 }
const LINE = 1.5
const GAP = 3

/** The size of a name's letters on the screen: readable from afar, a little larger from near. */
export function lettersAt(zoom: number, role: Role): number {
  return LETTERS[role] * Math.min(Math.max(Math.sqrt(zoom), 1), 1.5)
}

type WidthOf = (name: string, letters: number, role: Role) => number

export type Side = 'below' | 'above'

/** On which side of the circle whose name has room, by id; who is not in it stays unnamed. */
export function namesWithin(circles: Circle[], zoom: number, widthOf: WidthOf): Map<string, Side> {
  const named = new Map<string, Side>()
  const taken: Box[] = []
  for (const circle of [...circles].sort((a, b) => b.weight - a.weight)) {
    const letters = lettersAt(zoom, circle.role)
    const width = widthOf(circle.name, letters, circle.role)
    const sides = SIDES.map((side) => ({ side, label: labelOf(circle, side, letters, width) }))
    const free = sides.find(({ label }) => !taken.some((box) => overlap(box, label)))
    if (free) {
      named.set(circle.id, free.side)
      taken.push(free.label)
    }
    taken.push(bodyOf(circle))
  }
  return named
}

function labelOf({ x, y, radius }: Circle, side: Side, letters: number, width: number): Box {
  const height = letters * LINE
  const top = side === 'below' ? y + radius + GAP : y - radius - GAP - height
  return { left: x - width / 2 - GAP, right: x + width / 2 + GAP, top, bottom: top + height }
}

function bodyOf({ x, y, radius }: Circle): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
