import type { Words } from '../../../../core/words/en/en.ts';
import { wordsOf } from '../../../../core/words/languages.ts';
import { auditedTerms, plainDefinition, termNamed } from './audited-glossary.ts';
import { type ListPlan, listLines, type SiteList } from './list-lines.ts';
import type { SteppedExample } from '../proof/expected-changes.ts';
import { type AnsweredExample, answerFile, exampleIn, variesIn } from './expected-answer.ts';
import { collapse } from '../text/expected-text.ts';
import type { PlannedNode } from './planned-node.ts';

/** Words of the site around a part of a lesson. */
export type LessonBlock = { readonly kind: 'lesson' } & (
  | { readonly part: 'recap'; readonly title?: string | undefined }
  | { readonly part: 'level'; readonly level: string }
  | { readonly part: 'hint'; readonly number: string; readonly of: string }
  | { readonly part: 'solution' | 'prints' | 'today' }
  | { readonly part: 'ask' | 'guess'; readonly id: string }
  | { readonly part: 'outdated'; readonly says: string }
  | { readonly part: 'since'; readonly version: string }
  | { readonly part: 'term'; readonly text: string; readonly name: string }
  | { readonly part: 'list'; readonly list: SiteList }
);

interface LessonPlan extends ListPlan {
  readonly language: string;
  readonly examples: ReadonlyMap<string, AnsweredExample & SteppedExample>;
}

/** The block that a node of an article begins; undefined if it is no part of a lesson. */
export function lessonBlock(
  node: PlannedNode,
  props: Readonly<Record<string, unknown>>,
): LessonBlock | undefined {
  const { type, name, value = '' } = node;
  if (type === 'lesson' && name === 'level') return { kind: 'lesson', part: 'level', level: value };
  if (type === 'lesson' && name === 'hint') {
    const [number = '', of = ''] = value.split('/');
    return { kind: 'lesson', part: 'hint', number, of };
  }
  if (type === 'lesson' && (name === 'solution' || name === 'prints' || name === 'today'))
    return { kind: 'lesson', part: name };
  if (type === 'lesson' && (name === 'ask' || name === 'guess'))
    return { kind: 'lesson', part: name, id: exampleIn(String(props.file)) };
  if (name === 'Since') return { kind: 'lesson', part: 'since', version: String(props.version) };
  if (name === 'Term') {
    const text = textOf(node);
    return { kind: 'lesson', part: 'term', text, name: typeof props.name === 'string' ? props.name : text };
  }
  if (name === 'Outdated') return { kind: 'lesson', part: 'outdated', says: String(props.says) };
  if (name !== 'Recap') return undefined;
  return { kind: 'lesson', part: 'recap', title: typeof props.title === 'string' ? props.title : undefined };
}

function textOf({ value, children = [] }: PlannedNode): string {
  return value ?? children.map(textOf).join('');
}

/**
 * The lines that a page has to have of a part of a lesson, or why it must not be shown.
 * @param anchor the id that the page gives it
 */
export function lessonLines(
  block: LessonBlock,
  anchor: string,
  plan: LessonPlan,
): readonly string[] | string {
  const words = wordsOf(plan.language);
  const { lesson } = words;
  switch (block.part) {
    case 'recap':
      return [`p.callout-title[data-lesson=recap]: ${collapse(block.title ?? lesson.recap)}`];
    case 'level': {
      const name = Object.entries(lesson.levels).find(([level]) => level === block.level)?.[1] ?? '';
      return [`p.level[data-lesson=${block.level}]: ${lesson.exerciseOf(name)}`];
    }
    case 'hint': {
      const text = block.of === '1' ? lesson.hint : lesson.hintOf(block.number, block.of);
      return [`summary[data-lesson=hint]: ${text}`];
    }
    case 'list':
      return listLines(block.list, plan, words);
    case 'since':
      return sinceLines(block.version, anchor, plan.base, words);
    case 'term':
      return termLines(block, anchor, plan);
    case 'ask': {
      const varies = variesIn(plan.examples.get(block.id)?.answer) ? ` ${lesson.varies}` : '';
      return [`p.level[data-lesson=ask]: ${lesson.ask}${varies}`];
    }
    case 'guess':
      return [`div.guess[data-answer=${plan.base}/${answerFile(block.id)}][data-lesson=guess]: `];
    case 'outdated':
      return [
        'div.claim[data-lesson=outdated]: ',
        `p.callout-title: ${lesson.outdated}`,
        ...claimLines(block.says),
      ];
    case 'today':
      return [`p.level[data-lesson=today]: ${lesson.today}`];
    case 'prints':
      return [`summary[data-lesson=prints]: ${lesson.prints}`];
    case 'solution':
      return [`summary[data-lesson=solution]: ${lesson.solution}`];
  }
}

/** What older tutorials say: its text, and then each code between backticks. */
function claimLines(says: string): readonly string[] {
  const parts = collapse(says).split(/`([^`]+)`/);
  const text = parts.filter((_, index) => index % 2 === 0).join('');
  return [
    `p: ${collapse(text)}`,
    ...parts.flatMap((part, index) => (index % 2 === 1 ? [`code: ${part}`] : [])),
  ];
}

function sinceLines(
  version: string,
  anchor: string,
  base: string,
  { lesson }: Words,
): readonly string[] | string {
  const dashed = version.replace('.', '-');
  const [, number = ''] = anchor.split(`new-in-${dashed}`);
  if (!anchor.startsWith(`new-in-${dashed}`) || !/^(?:-\d+)?$/.test(number))
    return `The badge of Python ${version} has the id "${anchor}".`;
  return [`a.since[data-lesson=since][href=${base}/new/#python-${dashed}]: ${lesson.newIn(version)}`];
}

function termLines(
  { text, name }: LessonBlock & { readonly part: 'term' },
  anchor: string,
  { glossary, base }: ListPlan,
): readonly string[] | string {
  const term = termNamed(auditedTerms(glossary), name);
  if (term === undefined) return `The glossary has no term "${name}".`;
  if (anchor !== `term-${term.slug}`) return `The term "${term.name}" has the id "${anchor}".`;
  return [
    `span.term[data-lesson=${term.slug}]: `,
    `a[href=${base}/glossary/#${term.slug}]: ${collapse(text)}`,
    `span.definition: ${plainDefinition(term)}`,
  ];
}
