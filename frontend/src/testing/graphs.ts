// A novel's people and links, for tests: سعاد teaches بدر, بدر and هند are family, and نوح knows nobody.
import { BADR, character, relationship } from './characters'

export const HIND = 'hind'
export const NOAH = 'noah'

export const CAST = [
  character({ mention_count: 100 }),
  character({ character_id: BADR, name: 'بدر', gender: 'male', role: 'secondary', mention_count: 25 }),
  character({ character_id: HIND, name: 'هند', role: 'minor', mention_count: 1 }),
  character({ character_id: NOAH, name: 'نوح', gender: 'male', role: 'minor', mention_count: 1 }),
]

export const LINKS = [
  relationship([]),
  relationship([], { character_id_2: HIND, name_2: 'هند', relationship_type: 'family' }),
]
