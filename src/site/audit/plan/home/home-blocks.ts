import type { PlannedHome } from './planned-home.ts';

/** A part of the plan of an example: whether this build verified a timeline of it. */
type TimedExample = { readonly timeline?: { readonly shown?: unknown } | undefined };

/** The blocks of the home page: an example with its timeline, if the settings name one, and numbers. */
export function homeBlocks({ showcase }: PlannedHome, examples: ReadonlyMap<string, TimedExample>) {
  const numbers = { kind: 'count', folds: 0 } as const;
  if (showcase === undefined) return [numbers];
  const { file, region } = showcase;
  const id = file.replace(/^\.?\//, '').replace(/(?:\/main)?\.py$|\/$/, '');
  const shown = { hasCode: true, hasOutput: true, artifacts: true, block: false, alone: false } as const;
  const hasTimeline = examples.get(id)?.timeline?.shown !== undefined;
  return [
    { kind: 'figure', id, region, ...shown, folds: 0 } as const,
    ...(hasTimeline ? [{ kind: 'timeline', id, alone: false, folds: 0 } as const] : []),
    numbers,
  ];
}
