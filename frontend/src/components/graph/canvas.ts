// The picture of a graph on a canvas: cytoscape is known to this folder only.
import cytoscape, { type BoundingBox12, type ElementDefinition, type Position } from 'cytoscape'

import type { Role } from '@/theme/relationships'

import type { Graph } from './graph'
import { lettersAt, namesWithin, type Circle } from './labels'
import { layOut, settle } from './layout'
import { posterOf, SCALE, type Legend } from './poster'
import { fontOf, stylesheetOn, type Paper } from './stylesheet'

export interface GraphCanvas {
  /** Draw what is known now; what is not shown keeps its place. */
  draw: (graph: Graph, shown: Graph) => void
  /** Bring out one character or relationship with its neighbours; null none. */
  choose: (id: string | null) => void
  restyle: (paper: Paper) => void
  fit: () => void
  zoomBy: (factor: number) => void
  /** Bring someone to the middle of what is seen of the picture above a line of the page. */
  centre: (id: string, line: number) => void
  /** The same, if nothing of it is seen otherwise. */
  uncover: (id: string, line: number) => void
  layOutAgain: () => void
  /** The whole picture, whatever part of it is on the screen and whoever is chosen, with a legend. */
  png: (legend: Legend) => Promise<Blob>
  destroy: () => void
}

const PADDING = 24
const LEAST_SEEN = 200
const NEAREST_FIT = 1.3
// Letters are drawn anew only when the zoom has changed by a fifth: it takes longer than a frame.
const STEPS = 4
const STILL_FOR = 150
const QUICKLY = 250

export function createCanvas(container: HTMLElement, paper: Paper, onTap: (id: string | null) => void): GraphCanvas {
  const cy = cytoscape({
    container,
    style: stylesheetOn(paper),
    minZoom: 0.1,
    maxZoom: 4,
    boxSelectionEnabled: false,
    autounselectify: true,
  })
  const places = new Map<string, Position>()
  const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : QUICKLY
  const widthOf = measure()
  let current = paper
  let chosen: string | null = null
  let isFitted = true
  let settling: ReturnType<typeof setTimeout>

  cy.on('tap', ({ target }) => { onTap(target === cy ? null : (target as cytoscape.SingularElementReturnValue).id()) })
  cy.on('mouseover', 'node, edge', ({ target }) => { target.addClass('pointed'); container.style.cursor = 'pointer' })
  cy.on('mouseout', 'node, edge', ({ target }) => { target.removeClass('pointed'); container.style.cursor = '' })
  cy.on('dragpan scrollzoom pinchzoom', () => { isFitted = false })
  cy.on('resize', () => { if (isFitted) fit() })
  cy.on('zoom', () => {
    clearTimeout(settling)
    settling = setTimeout(writeNames, STILL_FOR)
  })

  function draw(graph: Graph, shown: Graph): void {
    const isFirst = cy.elements().empty()
    const isChanged = update(graph)
    if (isChanged) {
      cy.elements().removeClass('hidden')
      if (isFirst) layOut(cy, aspect())
      else settle(cy)
    }
    const ids = new Set([...shown.nodes, ...shown.edges].map(({ id }) => id))
    cy.batch(() => cy.elements().forEach((element) => { element.toggleClass('hidden', !ids.has(element.id())) }))
    if (isFitted) fit()
    else writeNames()
    choose(chosen)
  }

  /** Whether anyone or any link has come or gone. */
  function update({ nodes, edges }: Graph): boolean {
    const ids = new Set([...nodes, ...edges].map(({ id }) => id))
    const gone = cy.elements().filter((element) => !ids.has(element.id()))
    gone.nodes().forEach((node) => { if (node.data('placed')) places.set(node.id(), { ...node.position() }) })
    gone.remove()

    const circles = nodes.map((node): ElementDefinition => ({ data: { ...node, letters: lettersAt(1, node.role) } }))
    const elements = [...circles, ...edges.map((edge): ElementDefinition => ({ data: { ...edge } }))]
    const added = elements.filter(({ data }) => cy.getElementById(data.id as string).empty())
    cy.batch(() => { for (const { data } of elements) cy.getElementById(data.id as string).data(data) })
    cy.add(added).nodes().forEach((node) => {
      const place = places.get(node.id())
      if (place) node.position(place).data('placed', true)
    })
    return gone.nonempty() || added.length > 0
  }

  function choose(id: string | null): void {
    chosen = id
    cy.batch(() => {
      cy.elements().removeClass('faded chosen')
      const element = cy.getElementById(id ?? '')
      if (element.empty()) return
      const near = element.union(element.neighborhood()).union(element.connectedNodes())
      cy.elements().difference(near).addClass('faded')
      element.addClass('chosen')
    })
    writeNames()
  }

  function fit(): void {
    const shown = cy.elements(':visible')
    if (shown.empty()) return
    cy.fit(shown, PADDING)
    if (cy.zoom() > NEAREST_FIT) cy.zoom(NEAREST_FIT).center(shown)
    isFitted = true
    writeNames()
  }

  function writeNames(): void { nameAt(cy.zoom()) }

  function nameAt(zoom: number): void {
    const circles = cy.nodes(':visible').map((node): Circle => ({
      id: node.id(),
      name: node.data('name') as string,
      role: node.data('role') as Role,
      x: node.position('x') * zoom,
      y: node.position('y') * zoom,
      radius: (node.width() * zoom) / 2,
      weight: (node.hasClass('faded') ? 0 : 1e6) + (node.data('mentions') as number),
    }))
    const named = namesWithin(circles, zoom, widthOf)
    const step = 2 ** (Math.round(Math.log2(zoom) * STEPS) / STEPS)
    cy.batch(() => cy.nodes().forEach((node) => {
      const letters = lettersAt(step, node.data('role') as Role) / step
      if (node.data('letters') !== letters) node.data('letters', letters)
      const side = named.get(node.id())
      node.toggleClass('unnamed', side === undefined).toggleClass('named-above', side === 'above')
    }))
  }

  function centre(id: string, line: number): void {
    const element = cy.getElementById(id)
    if (element.empty() || element.hidden()) return
    if (line - container.getBoundingClientRect().top < LEAST_SEEN) container.scrollIntoView()
    const zoom = Math.max(cy.zoom(), 1)
    const { x, y } = middleOf(element.boundingBox())
    const height = Math.min(cy.height(), line - container.getBoundingClientRect().top)
    isFitted = false
    cy.stop().animate({ zoom, pan: { x: cy.width() / 2 - x * zoom, y: height / 2 - y * zoom }, duration })
  }

  function aspect(): number {
    return cy.width() / cy.height()
  }

  return {
    draw,
    choose,
    fit,
    restyle: (next) => {
      current = next
      cy.style(stylesheetOn(next))
    },
    zoomBy: (factor) => {
      isFitted = false
      const middle = { x: cy.width() / 2, y: cy.height() / 2 }
      cy.animate({ zoom: { level: cy.zoom() * factor, renderedPosition: middle }, duration })
    },
    centre,
    uncover: (id, line) => {
      const { x, y } = middleOf(cy.getElementById(id).renderedBoundingBox())
      const { top } = container.getBoundingClientRect()
      const isSeen = x > 0 && x < cy.width() && y > 0 && y < Math.min(cy.height(), line - top)
      if (!isSeen) centre(id, line)
    },
    layOutAgain: () => {
      const hidden = cy.elements('.hidden').removeClass('hidden')
      layOut(cy, aspect())
      hidden.addClass('hidden')
      fit()
    },
    png: async (legend) => {
      cy.elements().removeClass('faded chosen pointed')
      nameAt(1)
      // Names are measured when they are drawn.
      await cy.promiseOn('render')
      const picture = await cy.png({ output: 'blob-promise', full: true, scale: SCALE, bg: current.surface })
      choose(chosen)
      return posterOf(picture, legend, current)
    },
    destroy: () => {
      clearTimeout(settling)
      cy.destroy()
    },
  }
}

function middleOf({ x1, x2, y1, y2 }: BoundingBox12): Position {
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 }
}

function measure(): (name: string, letters: number, role: Role) => number {
  const context = document.createElement('canvas').getContext('2d')
  return (name, letters, role) => {
    if (!context) return name.length * letters
    context.font = fontOf(role, letters)
    return context.measureText(name).width
  }
}
