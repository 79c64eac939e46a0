// Patterns that fill a plane by repeating one tile.
import { ring, star } from './geometry'

export interface Tiling {
  width: number
  height: number
  /** Drawn as lines, and filled faintly. */
  figure: string
  /** Lines only. */
  lines: string
}

const SIDE = 40
const SIX = 44

function square(figure: (side: number) => string, lines: (side: number) => string, side = SIDE): Tiling {
  return { width: side, height: side, figure: figure(side), lines: lines(side) }
}

function corners(width: number, height = width) {
  return [0, 1].flatMap((across) => [0, 1].map((down) => ({ x: across * width, y: down * height })))
}

/** Stars of eight, point to point, and the crosses between them. */
const starsAndCrosses = square(
  (side) => star({ x: side / 2, y: side / 2 }, 8, side / 2),
  (side) => star({ x: side / 2, y: side / 2 }, 8, side / 4.2, 2, 0.5),
)

/** Stars of six, point to point, and the lozenges between them. */
const starsOfSix: Tiling = {
  width: SIX,
  height: SIX * Math.sqrt(3),
  figure: [...corners(SIX, SIX * Math.sqrt(3)), { x: SIX / 2, y: (SIX * Math.sqrt(3)) / 2 }]
    .map((centre) => star(centre, 6, SIX / 2))
    .join(''),
  lines: [...corners(SIX, SIX * Math.sqrt(3)), { x: SIX / 2, y: (SIX * Math.sqrt(3)) / 2 }]
    .map((centre) => star(centre, 6, SIX / 5, 2, 0.5))
    .join(''),
}

/** Circles that cross in leaves of four. */
const leaves = square(
  (side) => star({ x: side / 2, y: side / 2 }, 4, side / 7, 1.6),
  (side) => [...corners(side), { x: side / 2, y: side / 2 }].map((centre) => ring(centre, side / 2)).join(''),
  36,
)

/** Stars of twelve on a square net, tied to each other. */
const starsOfTwelve = square(
  (side) => star({ x: side / 2, y: side / 2 }, 12, side / 2, 4),
  (side) => corners(side).map((centre) => star(centre, 4, side * 0.33, 1.5)).join(''),
  52,
)

/** A lattice of bands that seem to go over and under. */
const lattice = square(
  (side) => star({ x: side / 2, y: side / 2 }, 8, side * 0.24, 3),
  (side) => `M0 ${side / 2}L${side / 2} 0L${side} ${side / 2}L${side / 2} ${side}ZM0 0l${side * 0.22} ${side * 0.22}M${side} 0l${-side * 0.22} ${side * 0.22}M0 ${side}l${side * 0.22} ${-side * 0.22}M${side} ${side}l${-side * 0.22} ${-side * 0.22}`,
  38,
)

export const TILINGS: Tiling[] = [starsAndCrosses, starsOfSix, leaves, starsOfTwelve, lattice]
