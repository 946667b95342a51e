import type { PlannedBlock } from './plan/article-blocks.ts';
import type { AuditedExample } from './plan/audit-plan.ts';
import type { SpokenPlan } from './plan/spoken-plan.ts';
import { lineWith } from './plan/sample/expected-line.ts';

/** The commands on the page of an example: lines that fetch it and its variants, and that of its folder. */
export function plannedCommands(
  example: AuditedExample,
  { origin, base, words: { runLine: words } }: Pick<SpokenPlan, 'origin' | 'base' | 'words'>,
): readonly PlannedBlock[] {
  const command = (code: string, label: string, copy?: string): PlannedBlock => ({
    kind: 'fence',
    language: 'sh',
    unverified: false,
    code: `${code}\n`,
    label,
    copy,
    folds: 0,
  });
  const lines = [example, ...example.variants].flatMap(({ sample, download }) => {
    if (sample?.line === undefined) return [];
    const address = `${origin}${base}/${sample.archive ?? download}`;
    return [command(lineWith(sample.line, address), words.labelOf(nameIn(download)), words.copyShown)];
  });
  const own = example.sample?.command;
  return [...lines, ...(own === undefined ? [] : [command(own, words.ownOf(nameIn(example.file)))])];
}

/** The name of a file without its folders. */
function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
