// The workflow's steps, put together to what a reader cares to know.

export const PHASES = [
  { name: 'check', steps: ['language_checker', 'text_quality_assessor', 'text_classifier'] },
  { name: 'title', steps: ['name_extractor'] },
  { name: 'divide', steps: ['chunker', 'cleaner', 'metadata_remover'] },
  {
    name: 'read',
    steps: [
      'first_name_querier',
      'summarizer',
      'second_name_querier',
      'profile_retriever_creator',
      'profile_refresher',
      'chunk_updater',
    ],
  },
] as const

/** Which phase is under way after a step is done. The last one repeats its steps, part by part. */
export function phaseAfter(step: string | null): number {
  const phase = PHASES.findIndex(({ steps }) => (steps as readonly string[]).includes(step ?? ''))
  if (phase === -1) return 0
  const isOver = PHASES[phase]?.steps.at(-1) === step
  return Math.min(isOver ? phase + 1 : phase, PHASES.length - 1)
}
