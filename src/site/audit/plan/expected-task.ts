import { articleBlocks, type PlannedBlock } from './article-blocks.ts';
import type { AuditPlan } from './audit-plan.ts';

/** How an exercise is checked. */
type Check = Extract<PlannedBlock, { readonly kind: 'check' }>;

/** Whether both examples of an exercise run in the browser: no other is checked. */
export function isCheckable({ start, solution }: Check, examples: AuditPlan['examples']): boolean {
  return [start, solution].every(id => examples.get(id)?.browser?.run !== undefined);
}

/** The line that says so, with the address of what the solution prints. */
export function checkLine({ solution }: Check, base: string, text: string): string {
  return `p.check[data-check=${base}/${taskFile(solution)}]: ${text}`;
}

/** What pages fetch to check exercises: the output of solutions and their contracts, and no code. */
export function plannedTasks(plan: Pick<AuditPlan, 'articles' | 'examples'>): ReadonlyMap<string, unknown> {
  const sources = [...plan.articles.values()].map(({ source }) => source);
  const blocks = sources
    .filter(source => source.includes('<Exercise'))
    .flatMap(source => articleBlocks(source).blocks);
  const checks = blocks
    .filter(block => block.kind === 'check')
    .filter(check => isCheckable(check, plan.examples));
  return new Map(
    checks.map(({ solution }) => {
      const run = plan.examples.get(solution)?.browser?.run as Readonly<Record<string, unknown>>;
      return [taskFile(solution), { id: run.id, contract: run.contract, recording: run.recording }];
    }),
  );
}

const taskFile = (id: string): string => `examples/${id}/task.json`;
