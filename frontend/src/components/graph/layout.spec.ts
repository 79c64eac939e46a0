import cytoscape, { type Core, type ElementDefinition } from 'cytoscape'
import { afterEach, expect, test } from 'vitest'

import { layOut, settle } from './layout'

let cy: Core

afterEach(() => { cy.destroy() })

function begin(...elements: ElementDefinition[]): Core {
  const style = [{ selector: 'node', style: { width: 30, height: 30 } }]
  cy = cytoscape({ headless: true, styleEnabled: true, style, elements })
  return cy
}

function person(id: string): ElementDefinition {
  return { data: { id } }
}

function link(source: string, target: string): ElementDefinition {
  return { data: { id: `${source} ${target}`, source, target } }
}

const NAMES = ['سعاد', 'بدر', 'هند', 'ليلى', 'حسن']

// Made anew for each graph, which writes into them.
function family(): ElementDefinition[] {
  return [...NAMES.map(person), link('سعاد', 'بدر'), link('سعاد', 'هند'), link('سعاد', 'ليلى'), link('بدر', 'حسن')]
}

function circleOf(people: number): ElementDefinition[] {
  const ids = Array.from({ length: people }, (_, index) => `شخصية ${index}`)
  return [...ids.map(person), ...ids.map((id, index) => link(id, ids[(index + 1) % people] as string))]
}

function places(): Map<string, { x: number; y: number }> {
  return new Map(cy.nodes().toArray().map((node) => [node.id(), { ...(node as cytoscape.NodeSingular).position() }]))
}

/** Of the two who are nearest to each other. */
function leastDistance(): number {
  return Math.min(...NAMES.flatMap((one) => NAMES.filter((other) => other > one).map((other) => distance(one, other))))
}

function distance(one: string, other: string): number {
  const [a, b] = [places().get(one), places().get(other)]
  return Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))
}

test('no two circles cover each other', () => {
  begin(...family())

  layOut(cy, 1)

  expect(leastDistance()).toBeGreaterThan(30)
})

test('a picture takes the shape of its page', () => {
  begin(...circleOf(12))
  layOut(cy, 1.5)
  const wide = cy.nodes().boundingBox()
  layOut(cy, 0.6)
  const high = cy.nodes().boundingBox()

  expect(wide.w).toBeGreaterThan(wide.h)
  expect(high.h).toBeGreaterThan(high.w)
})

test('who was there keeps the place when someone comes, who stands near whom one is linked to', () => {
  begin(...family())
  layOut(cy, 1)
  const before = places()

  cy.add([person('نوح'), link('نوح', 'حسن')])
  settle(cy)

  for (const [id, place] of before) expect(places().get(id)).toEqual(place)
  expect(distance('نوح', 'حسن')).toBeLessThan(200)
  expect(leastDistance()).toBeGreaterThan(30)
})

test('when most are new, those who were there may make room', () => {
  begin(person('سعاد'), person('بدر'), link('سعاد', 'بدر'))
  layOut(cy, 1)

  cy.add(family().filter(({ data }) => cy.getElementById(data.id as string).empty()))
  settle(cy)

  expect(leastDistance()).toBeGreaterThan(30)
})

test('who has no links stands below the others, in rows', () => {
  begin(...family(), ...Array.from({ length: 30 }, (_, index) => person(`وحيد ${index}`)))

  layOut(cy, 1)

  const linked = cy.nodes().filter((node) => node.degree(false) > 0).boundingBox()
  const alone = cy.nodes().filter((node) => node.degree(false) === 0)
  expect(alone.boundingBox().y1).toBeGreaterThan(linked.y2)
  expect(alone.boundingBox().w).toBeLessThan(600)
  expect(new Set([...places().values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(35)
})

test('who gets a first link leaves the row', () => {
  begin(...family(), person('نوح'))
  layOut(cy, 1)
  const row = places().get('نوح')

  cy.add(link('نوح', 'سعاد'))
  settle(cy)

  expect(places().get('نوح')).not.toEqual(row)
})

test('who was linked, was not, and is again, is looked for a new place', () => {
  begin(...family())
  layOut(cy, 1)
  cy.getElementById('بدر حسن').remove()
  settle(cy)
  const row = places().get('حسن')

  cy.add(link('حسن', 'هند'))
  settle(cy)

  expect(places().get('حسن')).not.toEqual(row)
})

test('a book of people without links is a row', () => {
  begin(person('سعاد'), person('بدر'))

  layOut(cy, 1)

  expect(distance('سعاد', 'بدر')).toBeGreaterThan(30)
})
