// The graph's drawing rules on light or dark paper.
import type { StylesheetJson } from 'cytoscape'

import type { ThemeName } from '@/theme'
import { KINDS, ROLE_COLOURS, ROLE_RINGS, ROLES, STROKES, type Role } from '@/theme/relationships'

export const FAMILY = 'IBM Plex Sans Arabic'
const WEIGHTS = { main: 700, secondary: 500, minor: 400 }

export interface Paper {
  theme: ThemeName
  surface: string
  ink: string
  accent: string
}

/** A canvas does not redraw when a font arrives. */
export async function lettersLoaded(): Promise<void> {
  await Promise.all(ROLES.map((role) => document.fonts.load(fontOf(role, 14), 'أA')))
}

export function fontOf(role: Role, letters: number): string {
  return `${WEIGHTS[role]} ${letters}px '${FAMILY}'`
}

export function stylesheetOn({ theme, surface, ink, accent }: Paper): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(diameter)',
        height: 'data(diameter)',
        'background-color': surface,
        label: 'data(name)',
        color: ink,
        'font-family': FAMILY,
        'font-size': 'data(letters)',
        'z-index': 'data(mentions)' as unknown as number,
        'text-valign': 'bottom',
        'text-margin-y': 3,
        'text-outline-color': surface,
        'text-outline-width': 2,
        'text-outline-opacity': 0.9,
        'overlay-opacity': 0,
      },
    },
    ...ROLES.map((role) => ({
      selector: `node[role = "${role}"]`,
      style: {
        'background-color': role === 'main' ? ROLE_COLOURS[role][theme] : surface,
        'border-color': ROLE_COLOURS[role][theme],
        'border-width': ROLE_RINGS[role],
        'font-weight': WEIGHTS[role],
      },
    })),
    { selector: 'edge', style: { 'curve-style': 'straight', 'overlay-opacity': 0, opacity: 0.85 } },
    ...KINDS.map((kind) => {
      const { colour, width, dashes, isDirected } = STROKES[kind]
      return {
        selector: `edge[kind = "${kind}"]`,
        style: {
          width,
          'line-color': colour[theme],
          'line-style': dashes.length > 0 ? ('dashed' as const) : ('solid' as const),
          'line-dash-pattern': dashes,
          'target-arrow-color': colour[theme],
          'target-arrow-shape': isDirected ? ('triangle' as const) : ('none' as const),
        },
      }
    }),
    { selector: '.hidden', style: { display: 'none' } },
    { selector: 'node.unnamed', style: { label: '' } },
    { selector: 'node.named-above', style: { 'text-valign': 'top', 'text-margin-y': -3 } },
    { selector: 'node.pointed', style: { label: 'data(name)', 'z-index': 1e9 } },
    { selector: 'edge.pointed', style: { opacity: 1, 'underlay-color': ink, 'underlay-opacity': 0.12, 'underlay-padding': 5 } },
    { selector: 'node.faded', style: { opacity: 0.15 } },
    { selector: 'edge.faded', style: { opacity: 0.08 } },
    { selector: '.chosen', style: { 'underlay-color': accent, 'underlay-opacity': 0.3, 'underlay-padding': 7, 'underlay-shape': 'ellipse' } },
    { selector: 'edge.chosen', style: { opacity: 1 } },
  ]
}
