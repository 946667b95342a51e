import type { PlannedBlock } from '../article-blocks.ts';
import type { AuditPlan } from '../audit-plan.ts';

/** What the home page shows besides texts. */
export interface PlannedHome {
  /** The example that the settings name for it, as they write it. */
  readonly showcase?: { readonly file: string; readonly region?: string } | undefined;
  /** When the sources were committed: `2026-11-22T09:30:00Z`; absent if they are those of no commit. */
  readonly commit?: string | undefined;
  /** The language of its words. */
  readonly language: string;
}

/** The blocks of the home page: an example with its timeline, if the settings name one, and numbers. */
export function homeBlocks({ home: { showcase }, examples }: AuditPlan): readonly PlannedBlock[] {
  const numbers = { kind: 'numbers', folds: 0 } as const;
  if (showcase === undefined) return [numbers];
  const { file, region } = showcase;
  const id = file.replace(/^\.?\//, '').replace(/(?:\/main)?\.py$|\/$/, '');
  const shown = { hasCode: true, hasOutput: true, artifacts: true, block: false, alone: false } as const;
  const hasTimeline = examples.get(id)?.timeline?.shown !== undefined;
  return [
    { kind: 'figure', id, region, ...shown, folds: 0 },
    ...(hasTimeline ? [{ kind: 'timeline', id, alone: false, folds: 0 } as const] : []),
    numbers,
  ];
}
