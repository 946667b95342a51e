import { stripVTControlCharacters } from 'node:util';
import { buildOf, pythonName, sortTags } from '../../../../core/python-version.ts';
import type { Words } from '../../../../core/words/en/en.ts';
import type { AuditedStep } from './audited-steps.ts';

/** An example of a plan, as far as changes between versions go. */
export interface SteppedExample {
  readonly id: string;
  readonly source?: string | undefined;
  readonly steps: readonly AuditedStep[];
  readonly variants: readonly {
    readonly id: string;
    readonly steps: readonly AuditedStep[];
    readonly change?: { readonly name: string } | undefined;
  }[];
}

type Examples = ReadonlyMap<string, SteppedExample>;

/** A step with the example or the variant that it is of. */
interface NamedStep extends AuditedStep {
  /** Id of the page. */
  readonly page: string;
  readonly id: string;
  readonly title: string;
}

/** Whether a version changed an output of any example, so that the site has the page. */
export function hasSteps(examples: Examples): boolean {
  return stepsOf(examples).length > 0;
}

/** The line of other pages that leads to that page, if there is one. */
export function linkToChanges(examples: Examples, base: string, text: string): string[] {
  return hasSteps(examples) ? [`a[href=${base}/changes/]: ${text}`] : [];
}

/** The lines that `/changes/` has to have. */
export function changesLines(examples: Examples, base: string, { changes: words }: Words): string[] {
  return [
    'div.prose.list-page[data-lesson=changes]: ',
    `h1: ${words.title}`,
    `p: ${words.summary}`,
    `p: ${words.note} .`,
    `a[href=${base}/changes.md]: ${words.asMarkdown}`,
    ...byVersion(examples).flatMap(([tag, steps]) => [
      `h2: ${words.python(nameOf(tag))}`,
      ...steps.flatMap(step => [
        'section.entry: ',
        `a[href=${base}/examples/${step.page}/]: ${step.title}`,
        ...shownStreams(step).flatMap(({ stream, both }) => {
          const label = words.label(words.streams[stream], step.title, nameOf(step.than));
          const claims = `[data-change=${step.id}][data-python=${tag}][data-stream=${stream}]`;
          return [
            'div.fence: ',
            'p.label: ',
            `span: ${words.streams[stream]}`,
            `span: ${words.comparedWith(nameOf(step.than))}`,
            `pre.code.changed[aria-label=${label}]${claims}: ${JSON.stringify(both)}`,
          ];
        }),
        ...(step.files.length === 0 ? [] : [`p: ${words.files(step.files.join(', '))}`]),
        ...(step.unverified.length === 0
          ? []
          : [`p: ${words.comparedWith(nameOf(step.than))}. ${notShown(step, words)}`]),
      ]),
    ]),
  ];
}

/** The same for its Markdown edition. @param site the address of the site, without a slash at its end */
export function changesEdition(examples: Examples, site: string, { changes: words }: Words): string[] {
  return [
    `h1: ${words.title}`,
    `p: ${words.summary}`,
    ...byVersion(examples).flatMap(([tag, steps]) => [
      `h2: ${words.python(nameOf(tag))}`,
      ...steps.flatMap(step => [
        `h3: [${step.title}](${site}/examples/${step.page}/)`,
        `p: ${[
          `${words.comparedWith(nameOf(step.than))}.`,
          ...(step.files.length === 0 ? [] : [words.files(step.files.join(', '))]),
          ...(step.unverified.length === 0 ? [] : [notShown(step, words)]),
        ].join(' ')}`,
        ...shownStreams(step).flatMap(({ stream, both }) => [
          `p: ${words.streams[stream]}:`,
          `diff change=${step.id} stream=${stream} python=${tag}: ${JSON.stringify(both)}`,
        ]),
      ]),
    ]),
  ];
}

function stepsOf(examples: Examples): readonly NamedStep[] {
  return [...examples.values()].flatMap(({ id: page, source, steps, variants }) =>
    source === undefined
      ? []
      : [
          ...steps.map(step => ({ ...step, page, id: page, title: page })),
          ...variants.flatMap(({ id, steps: own, change }) =>
            own.map(step => ({ ...step, page, id, title: `${page}, ${change?.name}` })),
          ),
        ],
  );
}

function byVersion(examples: Examples): readonly (readonly [tag: string, steps: readonly NamedStep[]])[] {
  const all = stepsOf(examples);
  const tags = sortTags([...new Set(all.map(({ tag }) => tag))]);
  return tags.map(tag => [tag, all.filter(step => step.tag === tag)] as const);
}

/** Lines of both outputs, if this build verified both. */
function shownStreams({ streams, unverified }: AuditedStep) {
  if (unverified.length > 0) return [];
  const linesOf = (text: string): string[] =>
    text === '' ? [] : stripVTControlCharacters(text).replace(/\n$/, '').split('\n');
  return streams.map(({ stream, both: [before, after] }) => ({
    stream,
    both: [linesOf(before), linesOf(after)] as const,
  }));
}

function notShown({ unverified }: AuditedStep, words: Words['changes']): string {
  return words.notShown(unverified.map(nameOf).join(', '));
}

function nameOf(tag: string): string {
  return pythonName(buildOf(tag));
}
