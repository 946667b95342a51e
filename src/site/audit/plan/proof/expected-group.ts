import { wordsOf } from '../../../../core/words/languages.ts';
import { plannedGroups, plannedTopic } from './planned-groups.ts';
import { artifactCount, type ListedExample, type ProofPlan } from './proof-plan.ts';

/** The lines of a page that lists the examples of a group, or why there is no such page. */
export function expectedGroup(slug: string, plan: ProofPlan): readonly string[] | string {
  const { base, language } = plan;
  const { proof } = wordsOf(language);
  const examples = plannedGroups(plan).get(slug);
  if (examples === undefined) return `No example belongs to ${slug}.`;
  const isTopic = examples.some(example => plannedTopic(example) === slug);
  const [, promise] = /^promise-(.+)$/.exec(slug) ?? [];
  const titles = [
    isTopic ? slug : undefined,
    promise && (proof.promises[promise] ?? promise),
    slug === 'not-run' ? proof.notRun : undefined,
  ];
  return [
    'div.prose.verified-page: ',
    `h1: ${titles.find(Boolean) ?? `${proof.version} ${slug}`}`,
    `p: ${proof.listed(examples.length)}`,
    `a[href=${base}/verified/]: ${proof.title}`,
    'div.finder: ',
    ...(isTopic ? tableLines(slug, examples, plan) : linkLines(examples, base)),
  ];
}

function tableLines(topic: string, examples: readonly ListedExample[], plan: ProofPlan): string[] {
  const { proof } = wordsOf(plan.language);
  return [
    `div.table.example-list[aria-label=${proof.allOf(topic)}]: `,
    ...[proof.example, proof.verdict, proof.promise].map(head => `th: ${head}`),
    ...examples.flatMap(example => [
      exampleLink(example, plan.base),
      `td: ${verdictText(example, proof)}`,
      `td: ${example.promise ?? proof.everyByte}`,
    ]),
  ];
}

function verdictText(example: ListedExample, proof: ReturnType<typeof wordsOf>['proof']): string {
  const { verdict, python, timeline, variants, browser } = example;
  const files = artifactCount([example]);
  const parts = [
    python === undefined ? proof.verdicts[verdict] : `${proof.verdicts[verdict]}, CPython ${python}`,
  ];
  if (timeline !== undefined)
    parts.push(
      timeline.verdict === 'verified'
        ? proof.timeline
        : `${proof.timeline} ${proof.verdicts[timeline.verdict]}`,
    );
  if (variants.length > 0) parts.push(proof.variantCount(variants.length));
  if (files > 0) parts.push(proof.fileCount(files));
  if (browser?.run !== undefined) parts.push(proof.inBrowser);
  return parts.join('; ');
}

function linkLines(examples: readonly ListedExample[], base: string): string[] {
  const topics = Map.groupBy(examples, plannedTopic);
  return [...topics].flatMap(([topic, own]) => [
    `h2: ${topic}`,
    'ul.columns: ',
    ...own.map(example => exampleLink(example, base)),
  ]);
}

function exampleLink({ id }: ListedExample, base: string): string {
  return `a[href=${base}/examples/${id}/]: ${id.replace(/^[^/]*\//, '')}`;
}
