// A book's characters and relationships as what is drawn: circles, lines, and which of them are shown.
import type { Character, Relationship } from '@/api/generated'
import { kindOf, KINDS, ROLES, type Kind, type Role } from '@/theme/relationships'

export type CastMember = Pick<Character, 'character_id' | 'name' | 'role' | 'gender' | 'mention_count'>

export interface GraphNode {
  id: string
  name: string
  role: Role
  gender: string | null
  mentions: number
  diameter: number
}

export interface GraphEdge {
  id: string
  /** Who teaches is the source; other kinds read the same both ways. */
  source: string
  target: string
  kind: Kind
  relationship: Relationship
}

export interface Graph {
  nodes: GraphNode[]
  edges: GraphEdge[]
}

export interface Filter {
  hiddenKinds: Kind[]
  hiddenRoles: Role[]
  isShowingIsolated: boolean
}

const SMALLEST = 18
const LARGEST = 64

/** A circle whose area goes with the mentions, but never too small to be hit. */
export function diameterOf(mentions: number, most: number): number {
  return Math.max(SMALLEST, LARGEST * Math.sqrt(mentions / Math.max(most, 1)))
}

/** The graph of answers that may be of different moments: a line whose end is not known is left out. */
export function graphOf(characters: CastMember[], relationships: Relationship[]): Graph {
  const most = Math.max(...characters.map((character) => character.mention_count))
  const nodes = characters.map((character) => ({
    id: character.character_id,
    name: character.name,
    role: character.role,
    gender: character.gender,
    mentions: character.mention_count,
    diameter: diameterOf(character.mention_count, most),
  }))
  const known = new Set(nodes.map((node) => node.id))
  const edges = relationships
    .filter((link) => known.has(link.character_id_1) && known.has(link.character_id_2))
    .map(edgeOf)
  return { nodes, edges }
}

function edgeOf(relationship: Relationship): GraphEdge {
  const { character_id_1: first, character_id_2: second, relationship_type: type } = relationship
  const [source, target] = type === 'student' ? [second, first] : [first, second]
  return { id: `${first} ${second}`, source, target, kind: kindOf(type), relationship }
}

/** Without the roles and kinds that are hidden, and without whom they leave alone. */
export function shownOf({ nodes, edges }: Graph, { hiddenKinds, hiddenRoles, isShowingIsolated }: Filter): Graph {
  const wanted = nodes.filter((node) => !hiddenRoles.includes(node.role))
  const ids = new Set(wanted.map((node) => node.id))
  const lines = edges.filter((edge) => !hiddenKinds.includes(edge.kind) && ids.has(edge.source) && ids.has(edge.target))
  const linked = linkedBy(lines)
  return { nodes: isShowingIsolated ? wanted : wanted.filter((node) => linked.has(node.id)), edges: lines }
}

/** Who has no relationship at all. */
export function isolatedIn({ nodes, edges }: Graph): GraphNode[] {
  const linked = linkedBy(edges)
  return nodes.filter((node) => !linked.has(node.id))
}

function linkedBy(edges: GraphEdge[]): Set<string> {
  return new Set(edges.flatMap((edge) => [edge.source, edge.target]))
}

/** Characters with their number of relationships, most linked first. */
export function byDegree({ nodes, edges }: Graph): { node: GraphNode; degree: number }[] {
  const ends = edges.flatMap((edge) => [edge.source, edge.target])
  return nodes
    .map((node) => ({ node, degree: ends.filter((id) => id === node.id).length }))
    .sort((a, b) => b.degree - a.degree)
}

/** The kinds and roles that there are, each with its number, in the order of the legend. */
export function tallyOf({ nodes, edges }: Graph): { kinds: [Kind, number][]; roles: [Role, number][] } {
  const kinds = KINDS.map((kind): [Kind, number] => [kind, edges.filter((edge) => edge.kind === kind).length])
  const roles = ROLES.map((role): [Role, number] => [role, nodes.filter((node) => node.role === role).length])
  return { kinds: kinds.filter(([, count]) => count > 0), roles: roles.filter(([, count]) => count > 0) }
}
