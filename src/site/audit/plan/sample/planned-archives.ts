import type { AuditPlan } from '../audit-plan.ts';

/** The archives that a site has to have, by path, each with its files. */
export function plannedArchives({
  examples,
}: Pick<AuditPlan, 'examples'>): ReadonlyMap<string, ReadonlyMap<string, Uint8Array>> {
  const all = [...examples.values()].flatMap(example => [example, ...example.variants]);
  return new Map(
    all.flatMap(({ sample }) => (sample?.archive ? [[sample.archive, sample.files] as const] : [])),
  );
}
