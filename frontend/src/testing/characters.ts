// Characters as the server tells them, for tests: سعاد, who teaches بدر.
import type { Character, CharacterDetails, Evidence, Relationship } from '@/api/generated'

export const SUAD = 'suad'
export const BADR = 'badr'

/** Places in one part follow each other. */
let place = 0

export function fact(kind: Evidence['kind'], value: string, changes: Partial<Evidence> = {}): Evidence {
  place += 10
  return {
    kind,
    key: '',
    value,
    character_id: SUAD,
    other_character_id: null,
    chunk_id: 'part-1',
    chunk_number: 1,
    start: place,
    end: place + value.length,
    quote: value,
    ...changes,
  }
}

export function character(changes: Partial<Character> = {}): Character {
  const { name = 'سعاد', role = 'main', gender = 'female' } = changes
  return {
    character_id: SUAD,
    book_id: 'book',
    name,
    role,
    gender,
    mention_count: 12,
    confidence: 1,
    character_data: {
      name,
      aliases: [],
      role,
      gender,
      age: null,
      occupation: null,
      physical_characteristics: {},
      personality: { traits: [], strengths: [], weaknesses: [] },
      events: [],
      relationships: [],
    },
    created_at: '2026-01-31T08:00:00+00:00',
    updated_at: '2026-01-31T08:00:00+00:00',
    ...changes,
  }
}

export function details(evidence: Evidence[], changes: Partial<CharacterDetails> = {}): CharacterDetails {
  return { ...character(), evidence, mentions: [], ...changes }
}

export function relationship(evidence: Evidence[], changes: Partial<Relationship> = {}): Relationship {
  return {
    character_id_1: BADR,
    character_id_2: SUAD,
    name_1: 'بدر',
    name_2: 'سعاد',
    relationship_type: 'student',
    description: '',
    evidence,
    ...changes,
  }
}
