// The figures of star patterns, as paths for SVG.

export interface Point {
  x: number
  y: number
}

function onCircle({ x, y }: Point, radius: number, turn: number): Point {
  return { x: x + radius * Math.cos(2 * Math.PI * turn), y: y + radius * Math.sin(2 * Math.PI * turn) }
}

function closed(points: Point[]): string {
  return `M${points.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`
}

/** How deep the notches of a star are whose sides are the lines from each point to the `step`-th next. */
function notch(points: number, step: number): number {
  return Math.cos((Math.PI * step) / points) / Math.cos((Math.PI * (step - 1)) / points)
}

/** The outline of a star polygon {points/step}; `turn` is a share of the way from one point to the next. */
export function star(centre: Point, points: number, radius: number, step = 2, turn = 0): string {
  const corners = Array.from({ length: 2 * points }, (_, corner) => {
    const reach = corner % 2 === 0 ? radius : radius * notch(points, step)
    return onCircle(centre, reach, (corner / 2 + turn) / points)
  })
  return closed(corners)
}

/** All lines of a star polygon, those inside of it, too. */
export function web(centre: Point, points: number, radius: number, step: number): string {
  const lines = Array.from({ length: points }, (_, corner) => {
    const [from, to] = [corner, corner + step].map((at) => onCircle(centre, radius, at / points))
    return from && to ? `M${from.x.toFixed(2)} ${from.y.toFixed(2)}L${to.x.toFixed(2)} ${to.y.toFixed(2)}` : ''
  })
  return lines.join('')
}

/** Pointed leaves around a centre. */
export function petals(centre: Point, count: number, inner: number, outer: number): string {
  const leaves = Array.from({ length: count }, (_, leaf) => {
    const turn = (leaf + 0.5) / count
    const middle = inner + (outer - inner) * 0.55
    const [root, left, tip, right] = [
      onCircle(centre, inner, turn),
      onCircle(centre, middle, turn - 0.62 / count),
      onCircle(centre, outer, turn),
      onCircle(centre, middle, turn + 0.62 / count),
    ].map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)
    return `M${root}Q${left} ${tip}Q${right} ${root}Z`
  })
  return leaves.join('')
}

export function ring({ x, y }: Point, radius: number): string {
  const [width, start] = [2 * radius, x - radius]
  return `M${start} ${y}a${radius} ${radius} 0 1 0 ${width} 0a${radius} ${radius} 0 1 0 ${-width} 0Z`
}
