// What a book says of a character, each claim with the places that say it. What no place says is left out.
import { computed, toValue, type MaybeRefOrGetter } from 'vue'

import type { CharacterDetails, Evidence } from '@/api/generated'

export interface Claim {
  value: string
  /** In reading order, never empty. */
  evidence: Evidence[]
}

export interface Look {
  feature: string
  claims: Claim[]
}

export interface Deed extends Claim {
  importance: string
  chunkNumber: number
  /** Whether the value is the text's own words, and tells no more than they do. */
  isQuoted: boolean
}

export interface Claims {
  name: Claim[]
  aliases: Claim[]
  gender: Claim[]
  /** What was said last comes first, here and of the occupation. */
  age: Claim[]
  occupation: Claim[]
  looks: Look[]
  traits: Claim[]
  strengths: Claim[]
  weaknesses: Claim[]
  events: Deed[]
}

export function claimsOf({ character_id, character_data: profile, evidence }: CharacterDetails): Claims {
  const own = evidence.filter((fact) => fact.character_id === character_id).sort(byPlace)
  const names = ofKinds(own, 'name', 'alias')
  return {
    name: claimed([profile.name], names),
    aliases: claimed(profile.aliases, names),
    gender: claimed(profile.gender === null ? [] : [profile.gender], ofKinds(own, 'gender')),
    age: latestFirst(ofKinds(own, 'age')),
    occupation: latestFirst(ofKinds(own, 'occupation')),
    looks: looksOf(ofKinds(own, 'physical')),
    traits: saidIn(ofKinds(own, 'trait')),
    strengths: saidIn(ofKinds(own, 'strength')),
    weaknesses: saidIn(ofKinds(own, 'weakness')),
    events: ofKinds(own, 'event').map(deedOf),
  }
}

export function useClaims(character: MaybeRefOrGetter<CharacterDetails>) {
  return computed(() => claimsOf(toValue(character)))
}

/** What `evidence` says, each once, in order of first mention. */
export function saidIn(evidence: Evidence[]): Claim[] {
  return [...groupedBy(evidence, ({ value }) => value)].map(([value, places]) => ({ value, evidence: places }))
}

/** Groups in the order of their first member. */
export function groupedBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

export function byPlace(one: Evidence, other: Evidence): number {
  return one.chunk_number - other.chunk_number || one.start - other.start || one.end - other.end
}

/** Whether words are but a piece of the quote, which may be broken into lines. */
export function isQuoteOf({ quote }: Evidence, words: string): boolean {
  return inOneLine(quote).includes(inOneLine(words))
}

function inOneLine(text: string): string {
  return text.split(/\s+/).join(' ').trim()
}

/** The values that the server chose among all that was said: the names without their declined forms. */
function claimed(values: string[], evidence: Evidence[]): Claim[] {
  const said = saidIn(evidence)
  return values.flatMap((value) => said.find((claim) => claim.value === value) ?? [])
}

function latestFirst(evidence: Evidence[]): Claim[] {
  return saidIn(evidence.toReversed()).map(({ value, evidence: places }) => ({ value, evidence: places.reverse() }))
}

function looksOf(evidence: Evidence[]): Look[] {
  const features = groupedBy(evidence, ({ key }) => key)
  return [...features].map(([feature, places]) => ({ feature, claims: saidIn(places) }))
}

function deedOf(fact: Evidence): Deed {
  return {
    value: fact.value,
    importance: fact.key,
    chunkNumber: fact.chunk_number,
    isQuoted: isQuoteOf(fact, fact.value),
    evidence: [fact],
  }
}

function ofKinds(evidence: Evidence[], ...kinds: Evidence['kind'][]): Evidence[] {
  return evidence.filter(({ kind }) => kinds.includes(kind))
}
