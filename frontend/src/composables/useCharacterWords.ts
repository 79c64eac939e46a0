// The names of what the server says about characters in closed vocabularies, in the reader's language.
import { useI18n } from 'vue-i18n'

import type { Character } from '@/api/generated'
import type { RelationshipType } from '@/theme/relationships'

const SURE = 0.9
const LIKELY = 0.6

const INVERSES: Partial<Record<RelationshipType, RelationshipType>> = { mentor: 'student', student: 'mentor' }

/** The same relationship, read from the other side. */
export function inverseOf(type: RelationshipType): RelationshipType {
  return INVERSES[type] ?? type
}

export function useCharacterWords() {
  const { t, te } = useI18n()

  /** A reader may use a word that has no name here: then it is shown as it is. */
  function named(group: string, word: string): string {
    const key = `character.${group}.${word.trim().toLowerCase()}`
    return te(key) ? t(key) : word
  }

  return {
    role: (role: Character['role']) => named('role', role),
    gender: (gender: string) => named('gender', gender),
    feature: (feature: string) => named('feature', feature),
    importance: (importance: string) => named('importance', importance),
    /** What links two characters, whichever of them one looks from. */
    tie: (type: RelationshipType) => t(`character.tie.${type}`),
    /** What a person of this gender is to the other one. */
    relative: (type: RelationshipType, gender: string | null = null) =>
      t(`character.relative.${type}.${gender === 'male' || gender === 'female' ? gender : 'unknown'}`),
    confidence: (share: number) => t(`character.confidence.${share >= SURE ? 'high' : share >= LIKELY ? 'fair' : 'low'}`),
  }
}
