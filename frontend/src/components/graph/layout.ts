// Where the characters stand: all anew, or who is new beside those who stay where they are.
import cytoscape, { type Collection, type Core, type EdgeSingular, type NodeCollection, type NodeSingular } from 'cytoscape'
import fcose, { type FcoseLayoutOptions } from 'cytoscape-fcose'

cytoscape.use(fcose)

/** Whoever is larger keeps the others farther off. */
const PUSH = 450
/** Between two circles, from rim to rim. */
const LINK = 70
const FORCES: FcoseLayoutOptions = {
  name: 'fcose',
  animate: false,
  fit: false,
  nodeDimensionsIncludeLabels: true,
  nodeRepulsion: (node: NodeSingular) => PUSH * node.width(),
  idealEdgeLength: (edge: EdgeSingular) => LINK + (edge.source().width() + edge.target().width()) / 2,
  gravity: 0.4,
}
const MOST_STRETCH = 1.8
const SHELF_WIDTH = 480
const SHELF_GAP = 28
const ASIDE = 60
// Turns of this never fall on each other, as with leaves around a stem.
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** Give everyone a place in a picture of this width to height. */
export function layOut(cy: Core, aspect: number): void {
  const linked = linkedIn(cy)
  if (linked.nonempty()) withEdges(linked).layout(FORCES).run()
  stretch(linked, aspect)
  linked.data('placed', true)
  shelve(cy)
}

/** Find places for who is new; everyone else stays, unless they are the fewer: then they make room. */
export function settle(cy: Core): void {
  const linked = linkedIn(cy)
  const [settled, newcomers] = [linked.filter(isPlaced), linked.filter((node) => !isPlaced(node))]
  if (newcomers.nonempty()) {
    beside(newcomers, settled)
    const places = new Map(settled.map((node) => [node.id(), { ...(node as NodeSingular).position() }]))
    const areFixed = settled.length >= newcomers.length
    const fixedNodeConstraint = areFixed ? [...places].map(([nodeId, position]) => ({ nodeId, position })) : []
    withEdges(linked).layout({ ...FORCES, randomize: false, fixedNodeConstraint } as FcoseLayoutOptions).run()
    if (areFixed) settled.forEach((node) => { node.position({ ...node.position(), ...places.get(node.id()) }) })
    linked.data('placed', true)
  }
  shelve(cy)
}

function linkedIn(cy: Core): NodeCollection {
  return cy.nodes().filter((node) => node.degree(false) > 0)
}

function isPlaced(node: NodeSingular): boolean {
  return node.data('placed') === true
}

function withEdges(nodes: NodeCollection): Collection {
  return nodes.union(nodes.connectedEdges())
}

/** Start in the middle of whom one is linked to, each a little aside so that none cover each other. */
function beside(newcomers: NodeCollection, settled: NodeCollection): void {
  newcomers.forEach((node, index) => {
    const hosts = node.neighborhood().nodes().intersection(settled)
    const { x1, y1, w, h } = (hosts.empty() ? settled : hosts).boundingBox()
    const angle = index * GOLDEN_ANGLE
    node.position({ x: x1 + w / 2 + ASIDE * Math.cos(angle), y: y1 + h / 2 + ASIDE * Math.sin(angle) })
  })
}

/** A layout comes out about square: drawn out to the shape of the page it fills it, and nothing comes closer. */
function stretch(nodes: NodeCollection, aspect: number): void {
  const { w, h } = nodes.boundingBox()
  const factor = Math.min(Math.max((aspect * h) / w, 1 / MOST_STRETCH), MOST_STRETCH)
  nodes.forEach((node) => {
    const { x, y } = node.position()
    node.position(factor > 1 ? { x: x * factor, y } : { x, y: y / factor })
  })
}

/** Who has no links stands in rows below, where they pull nothing apart. */
function shelve(cy: Core): void {
  const linked = linkedIn(cy)
  const alone = cy.nodes().difference(linked)
  alone.data('placed', false)
  const { x1, x2, y2 } = linked.boundingBox()
  const room = Math.max(x2 - x1, SHELF_WIDTH)
  const row = { x: 0, y: y2 + SHELF_GAP, depth: 0 }
  alone.forEach((node) => {
    const { w, h } = node.boundingBox()
    if (row.x > 0 && row.x + w > room) Object.assign(row, { x: 0, y: row.y + row.depth + SHELF_GAP, depth: 0 })
    node.position({ x: x1 + row.x + w / 2, y: row.y + node.height() / 2 })
    row.x += w + SHELF_GAP
    row.depth = Math.max(row.depth, h)
  })
}
