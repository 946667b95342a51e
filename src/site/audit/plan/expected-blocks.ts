import type { PlannedBlock } from './article-blocks.ts';
import type { Words } from '../../../core/words/en/en.ts';
import { namedVariant } from './audit-plan.ts';
import type { SpokenPlan } from './spoken-plan.ts';
import { figureLines } from './expected-figure.ts';
import { expectedTotals } from './home/expected-totals.ts';
import { checkLine } from './expected-task.ts';
import { collapse } from './text/expected-text.ts';
import { expectedValueLines } from './expected-value.ts';
import { diagramLines } from './pictures/expected-diagram.ts';
import { formulaLines } from './pictures/expected-formula.ts';
import { pictureLines } from './pictures/expected-picture.ts';
import { expectedFacts } from './expected-verdicts.ts';
import { expectedGroup } from './proof/expected-group.ts';
import { expectedOverview } from './proof/expected-overview.ts';
import { lessonLines } from './lesson/lesson-block.ts';
import { timelineLines } from '../timeline/expected-timeline.ts';

// What a page has to show of each block, as the lines that `page/page-blocks.ts` reads from a page: an
// element with its classes and claims, and its own text.

const LABELS: Readonly<Record<string, string>> = {
  python: 'Python',
  py: 'Python',
  sh: 'Shell',
  bash: 'Shell',
  shell: 'Shell',
  toml: 'TOML',
  json: 'JSON',
  yaml: 'YAML',
  mdx: 'MDX',
};

/**
 * The lines of a block, or why it must not be shown.
 * @param page relative to the site
 * @param anchor the id that the page gives its figure
 */
export function expectedLines(
  block: PlannedBlock,
  page: string,
  anchor: string,
  plan: SpokenPlan,
): readonly string[] | string {
  const { examples, home, base, browser, language, words, drawn } = plan;
  if (block.kind === 'fence') return fenceLines(block, words.result);
  if (block.kind === 'lesson') return lessonLines(block, anchor, plan);
  if (block.kind === 'formula') return formulaLines(block, words);
  if (block.kind === 'diagram') return diagramLines(block, drawn, words);
  if (block.kind === 'picture') return pictureLines(block, articleOf(page), drawn, base);
  if (block.kind === 'check') return [checkLine(block, base, words.frame.check)];
  if (block.kind === 'callout')
    return [`p.callout-title: ${collapse(block.title ?? words.frame.callouts[block.name])}`];
  if (block.kind === 'list')
    return block.group === undefined ? expectedOverview(plan) : expectedGroup(block.group, plan);
  if (block.kind === 'count') return expectedTotals({ ...home, base, language }, [...examples.values()]);
  if (block.kind === 'value') return expectedValueLines(block, examples, words.tag);
  const original = examples.get(block.id);
  const { variant } = block.kind === 'figure' ? block : {};
  const example = original && variant !== undefined ? namedVariant(original, variant) : original;
  if (example?.source === undefined) return `No example ${block.id} was verified in this build.`;
  if (block.kind === 'facts') return expectedFacts(example, browser, plan);
  if (block.kind === 'timeline')
    return timelineLines(block, example, anchor, { base, words: words.timeline });
  return figureLines(block, example, anchor, base, words);
}

/** `advanced/locks/index.html` → `content/advanced/locks.mdx` */
const articleOf = (page: string): string => `content/${page.replace(/\/index\.html$/, '.mdx')}`;

function fenceLines(
  { language, unverified, code, label, copy }: PlannedBlock & { kind: 'fence' },
  result: Words['result'],
): string[] {
  const claim = unverified ? 'unverified' : language;
  return [
    'div.fence: ',
    'p.label: ',
    `span: ${LABELS[language] ?? result.text}`,
    ...(unverified ? [`span.not-run: ${result.notRunLabel}`] : []),
    ...(copy === undefined ? [] : [`button[aria-label=${copy}: ${label}][data-copy-text=]: ${copy}`]),
    `pre${label === undefined ? '' : `[aria-label=${label}]`}[data-fence=${claim}]: ${JSON.stringify(code)}`,
  ];
}
