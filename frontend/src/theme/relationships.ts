// How each kind of relationship and each role is drawn: a colour for each theme, and a stroke for who cannot tell the colours apart.
import type { Character, Relationship } from '@/api/generated'

import type { ThemeName } from '.'

export type Role = Character['role']
export type RelationshipType = Relationship['relationship_type']
export type Kind = Exclude<RelationshipType, 'mentor' | 'student'> | 'teaching'

type Colours = Record<ThemeName, string>

export interface Stroke {
  colour: Colours
  width: number
  /** Lengths of dashes and gaps; none is an unbroken line. */
  dashes: number[]
  /** From the first character to the second, as it does not read the same both ways. */
  isDirected?: boolean
}

export const STROKES: Record<Kind, Stroke> = {
  family: { colour: { light: '#1d5fa8', dark: '#84b9f7' }, width: 3.5, dashes: [] },
  romantic: { colour: { light: '#b8286f', dark: '#f59ac0' }, width: 2.5, dashes: [14, 5] },
  friend: { colour: { light: '#2b6a3c', dark: '#8fd6a0' }, width: 2.5, dashes: [7, 4] },
  ally: { colour: { light: '#0b7a75', dark: '#5fd3c8' }, width: 2, dashes: [12, 4, 2, 4] },
  colleague: { colour: { light: '#6b6200', dark: '#d9cf6b' }, width: 2, dashes: [8, 3, 2, 3, 2, 3] },
  teaching: { colour: { light: '#6d42b3', dark: '#c5a6ff' }, width: 2, dashes: [], isDirected: true },
  rival: { colour: { light: '#a3510c', dark: '#ffb26b' }, width: 2, dashes: [6, 8] },
  enemy: { colour: { light: '#b3261e', dark: '#ff8a80' }, width: 3, dashes: [3, 3] },
  other: { colour: { light: '#857d6c', dark: '#8f9794' }, width: 1.25, dashes: [] },
}
export const KINDS = Object.keys(STROKES) as Kind[]

export const ROLE_COLOURS: Record<Role, Colours> = {
  main: { light: '#0f5257', dark: '#7fd1cb' },
  secondary: { light: '#8a4b1f', dark: '#e2b07e' },
  minor: { light: '#6f685a', dark: '#a3aaa7' },
}
/** Who is main is a full circle. */
export const ROLE_RINGS: Record<Role, number> = { main: 0, secondary: 4, minor: 2 }
export const ROLES = Object.keys(ROLE_COLOURS) as Role[]

/** The two sides of teaching are one kind: who is a mentor has a student. */
export function kindOf(type: RelationshipType): Kind {
  return type === 'mentor' || type === 'student' ? 'teaching' : type
}

/** The type whose name in the locales is the kind's. */
export function wordOf(kind: Kind): RelationshipType {
  return kind === 'teaching' ? 'mentor' : kind
}
