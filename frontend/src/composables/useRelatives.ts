// Whom a character is linked with, seen from that character's side, each link with the places that say it.
import { computed, toValue, type MaybeRefOrGetter } from 'vue'

import type { Evidence, Relationship } from '@/api/generated'
import type { RelationshipType } from '@/theme/relationships'

import { inverseOf } from './useCharacterWords'
import { byPlace, groupedBy, isQuoteOf } from './useClaims'

export interface Tie {
  /** What the other one is: of a mentor's student, `student`. */
  type: RelationshipType
  evidence: Evidence[]
}

export interface Relative {
  id: string
  name: string
  /** The reader's own words for the link; null where they are but a quote from the text. */
  description: string | null
  /** The one that holds first. Two who are `other` are seen together, and no more is known. */
  ties: [Tie, ...Tie[]]
}

/** Links that the text tells come first, then who is seen together; of both, those with most evidence. */
export function relativesOf(characterId: string, relationships: readonly Relationship[]): Relative[] {
  return relationships
    .filter((link) => link.character_id_1 === characterId || link.character_id_2 === characterId)
    .flatMap((link) => relativeIn(link, characterId) ?? [])
    .sort(byWeight)
}

export function useRelatives(characterId: MaybeRefOrGetter<string>, relationships: MaybeRefOrGetter<readonly Relationship[]>) {
  return computed(() => relativesOf(toValue(characterId), toValue(relationships)))
}

function relativeIn(link: Relationship, characterId: string): Relative | null {
  const isFirst = link.character_id_1 === characterId
  const type = isFirst ? inverseOf(link.relationship_type) : link.relationship_type
  const said = groupedBy([...link.evidence].sort(byPlace), (fact) => typeOfOther(fact, characterId))
  const tie = said.get(type)
  if (!tie) return null
  const others = [...said].flatMap(([each, evidence]) => (each === type ? [] : { type: each, evidence }))
  return {
    id: isFirst ? link.character_id_2 : link.character_id_1,
    name: isFirst ? link.name_2 : link.name_1,
    description: link.evidence.some((fact) => isQuoteOf(fact, link.description)) ? null : link.description,
    ties: [{ type, evidence: tie }, ...others],
  }
}

/** A fact's type is read from its character to the other one: a mentor's fact tells of a student. */
function typeOfOther(fact: Evidence, characterId: string): RelationshipType {
  const type = fact.key as RelationshipType
  return fact.character_id === characterId ? inverseOf(type) : type
}

function byWeight({ ties: [one] }: Relative, { ties: [other] }: Relative): number {
  const told = Number(other.type !== 'other') - Number(one.type !== 'other')
  return told || other.evidence.length - one.evidence.length
}
