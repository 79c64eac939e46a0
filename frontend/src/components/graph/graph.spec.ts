import { describe, expect, test } from 'vitest'

import { BADR, relationship, SUAD } from '@/testing/characters'
import { CAST, HIND, LINKS, NOAH } from '@/testing/graphs'

import { byDegree, diameterOf, graphOf, isolatedIn, shownOf, tallyOf, type Filter } from './graph'

const GRAPH = graphOf(CAST, LINKS)
const ALL: Filter = { hiddenKinds: [], hiddenRoles: [], isShowingIsolated: true }

function idsOf(things: { id: string }[]): string[] {
  return things.map(({ id }) => id)
}

describe('a circle', () => {
  test('has an area that goes with the mentions', () => {
    const [whole, quarter] = [diameterOf(400, 400), diameterOf(100, 400)]

    expect(whole ** 2 / quarter ** 2).toBeCloseTo(4)
  })

  test('is never too small to be hit', () => {
    expect(diameterOf(1, 10_000)).toBe(diameterOf(2, 10_000))
    expect(diameterOf(1, 10_000)).toBeGreaterThan(10)
  })

  test('has a size though nobody is mentioned yet', () => {
    expect(diameterOf(0, 0)).toBe(diameterOf(1, 10_000))
  })
})

describe('a graph', () => {
  test('leads from who teaches to who learns, whichever of them is first in the answer', () => {
    const asMentor = relationship([], { character_id_1: SUAD, character_id_2: BADR, relationship_type: 'mentor' })

    for (const link of [relationship([]), asMentor]) {
      const [edge] = graphOf(CAST, [link]).edges
      expect(edge).toMatchObject({ source: SUAD, target: BADR, kind: 'teaching' })
    }
  })

  test('leaves out a link to someone who is not known', () => {
    const toNobody = relationship([], { character_id_2: 'nobody' })

    expect(graphOf(CAST, [toNobody]).edges).toEqual([])
  })

  test('of nobody is empty', () => {
    expect(graphOf([], [])).toEqual({ nodes: [], edges: [] })
  })

  test('knows who has no relationship, and who has most', () => {
    expect(idsOf(isolatedIn(GRAPH))).toEqual([NOAH])
    expect(byDegree(GRAPH).map(({ node, degree }) => [node.id, degree])[0]).toEqual([BADR, 2])
  })

  test('is told in the kinds and roles that there are', () => {
    expect(tallyOf(GRAPH).kinds).toEqual([['family', 1], ['teaching', 1]])
    expect(tallyOf(GRAPH).roles).toEqual([['main', 1], ['secondary', 1], ['minor', 2]])
  })
})

describe('what is shown', () => {
  test('is everyone and everything without a filter', () => {
    expect(shownOf(GRAPH, ALL)).toEqual(GRAPH)
  })

  test('leaves out who has no relationship, unless asked for', () => {
    expect(idsOf(shownOf(GRAPH, { ...ALL, isShowingIsolated: false }).nodes)).toEqual([SUAD, BADR, HIND])
  })

  test('leaves out a hidden kind, and whom that leaves alone', () => {
    const shown = shownOf(GRAPH, { ...ALL, hiddenKinds: ['family'], isShowingIsolated: false })

    expect(idsOf(shown.nodes)).toEqual([SUAD, BADR])
    expect(shown.edges.map(({ kind }) => kind)).toEqual(['teaching'])
  })

  test('leaves out a hidden role with its relationships', () => {
    const shown = shownOf(GRAPH, { ...ALL, hiddenRoles: ['secondary'] })

    expect(idsOf(shown.nodes)).toEqual([SUAD, HIND, NOAH])
    expect(shown.edges).toEqual([])
  })
})
