import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../../../src/core/ledger/ledger.ts';
import { digest } from '../../../../src/core/verdict/recording.ts';
import type { Reference } from '../../../../src/site/article/parse-mdx.ts';
import { buildReference } from '../../../../src/site/figures/build-reference.ts';
import { type CheckedExample, checkedExample } from '../../../../src/site/figures/parts/checked-example.ts';
import {
  type AnyFigure,
  type Figure,
  isChangedElsewhere,
  verifiedWords,
} from '../../../../src/site/figures/parts/figure.ts';
import { PLAIN } from '../../../../src/site/highlight/plain-highlighter.ts';
import { en } from '../../../../src/core/words/en/en.ts';
import { exampleOf, recordingOf } from '../../../fixtures/examples.ts';

const SOURCE = `# /// script
# [[tool.verbatim.variant]]
# name = "without the lock"
# remove = "with lock:"
#
# [[tool.verbatim.variant]]
# name = "with chance"
# replace = { "start = 1" = "start = 2" }
# recorded = false
# ///
start = 1
# region count
with lock:
    total = 1
print(total)
# endregion
`;

/** The example and its variants, all verified under two versions. */
function checked(source = SOURCE): CheckedExample {
  const example = exampleOf(source);
  const outputs: Readonly<Record<string, string>> = { 'topic/sample': '40\nok\n', without: '70\nok\n' };
  const of = (each: typeof example, variants: readonly CheckedExample[]): CheckedExample => {
    const out = outputs[each.variant === undefined ? each.id : each.variant.slug.slice(0, 7)] ?? '';
    const base = each.variant?.isRecorded === false ? undefined : recordingOf(out);
    const entries = ['3.14.1', '3.13.0'].map((python): LedgerEntry => {
      const recording = base && digest(base);
      return {
        id: each.id,
        file: each.file,
        verdict: 'verified',
        problems: [],
        python,
        gil: true,
        recording,
      };
    });
    return checkedExample(each, entries, each, { base, versions: new Map() }, variants);
  };
  return of(
    example,
    example.variants.map(each => of(each, [])),
  );
}

function build(component: Reference['component'], props: Readonly<Record<string, unknown>>, text = '') {
  const example = checked();
  return buildReference(
    {
      component,
      props: { file: 'topic/sample.py', ...props },
      files: ['topic/sample.py'],
      text,
      position: { line: 3, column: 1, start: 0, end: 0 },
      propPositions: { variant: { line: 3, column: 9 } },
    },
    'content/a/b.mdx',
    new Set(),
    { examples: new Map([['topic/sample', example]]), highlighter: PLAIN, words: en },
  );
}

function figureOf(component: Reference['component'], props: Readonly<Record<string, unknown>> = {}): Figure {
  const { value } = build(component, props);
  if (value?.kind !== 'figure') throw new Error('No figure is shown');
  return value;
}

const codeOf = ({ code }: Pick<Figure, 'code'>): unknown =>
  code?.lines.map(({ html, number, change = 'kept' }) => `${number} ${change} ${html}`);

describe('the figure of an example with variants', () => {
  test('has the same region of each, with the lines that are removed and added', () => {
    const [lock, chance] = figureOf('Example', {
      region: 'count',
      highlight: '13',
      outputLines: '1',
    }).variants;
    expect(lock && codeOf(lock)).toEqual([
      '13 removed with lock:',
      '14 removed     total = 1',
      '13 added total = 1',
      '14 kept print(total)',
    ]);
    expect(lock?.code).toMatchObject({ marked: [], region: 'count', block: false });
    // A range of lines is about the output as written.
    expect(lock?.versions).toMatchObject([{ outputs: [{ html: '70\nok\n', cutAfter: 0 }] }]);
    expect([lock, chance].map(each => each && isChangedElsewhere(each))).toEqual([false, true]);
  });

  test('says of each that it does something else, and under which versions', () => {
    const { variants, ...figure } = figureOf('Example');
    expect(verifiedWords({ ...figure }, en.result)).toBe('Verified with CPython 3.14.1, 3.13.0');
    expect(variants.map(variant => verifiedWords(variant, en.result))).toEqual(
      variants.map(() => 'Verified with CPython 3.14.1, 3.13.0: does something else than as written'),
    );
    expect(variants.map(({ file, change }) => [file, change.name, change.isRecorded])).toEqual([
      ['examples/topic/sample.without-the-lock.py', 'without the lock', true],
      ['examples/topic/sample.with-chance.py', 'with chance', false],
    ]);
    expect(variants[1]?.versions).toEqual([]);
  });

  test('has no variants where no code is shown, and no outputs where none is asked for', () => {
    expect(figureOf('Output').variants).toEqual([]);
    expect(figureOf('Example', { code: false }).variants).toEqual([]);
    expect(figureOf('Example', { output: false }).variants.map(({ versions }) => versions)).toEqual([[], []]);
  });
});

describe('a tag that names a variant', () => {
  const problems = (
    component: Reference['component'],
    props: Readonly<Record<string, unknown>>,
    text = '',
  ): unknown => build(component, props, text).problems;

  test('shows the output of that variant alone, whatever letters of its name are large', () => {
    const { id, anchor, title, code, versions, file } = figureOf('Output', { variant: 'Without the Lock' });
    expect({ id, anchor, title, code, file }).toEqual({
      id: 'topic/sample.without-the-lock',
      anchor: 'sample-without-the-lock',
      title: 'sample.py, without the lock',
      code: undefined,
      file: 'examples/topic/sample.without-the-lock.py',
    });
    expect(versions).toMatchObject([{ outputs: [{ html: '70\nok\n' }] }]);
  });

  test('quotes what that variant printed', () => {
    const value = (text: string): AnyFigure | undefined =>
      build('Value', { match: '^(\\d+)$', variant: 'without the lock' }, text).value;
    expect(value('70')).toMatchObject({
      claims: { 'data-value': 'topic/sample.without-the-lock' },
      text: '70',
    });
    expect(value('40')).toBe(undefined);
    expect(problems('Value', { match: '^(\\d+)$', variant: 'without the lock' }, '40')).toMatchObject([
      { remedy: '<Value file="topic/sample.py" variant="without the lock" match="^(\\d+)$">70</Value>' },
    ]);
  });

  test('is refused at its prop if there is no such variant, and if that is not recorded', () => {
    const at = { file: 'content/a/b.mdx', line: 3, column: 9 };
    expect(problems('Output', { variant: 'without a lock' })).toEqual([
      {
        ...at,
        title: 'examples/topic/sample.py has no variant "without a lock".',
        remedy: 'Did you mean "without the lock"?',
      },
    ]);
    expect(problems('Value', { match: '(.)', variant: 'with chance' }, 'x')).toMatchObject([
      { ...at, title: 'The variant "with chance" is not recorded, so no output of it can be shown.' },
    ]);
    expect(problems('Example', { variant: 'without the lock' })).toMatchObject([
      { title: '<Example> has no prop "variant".' },
    ]);
  });
});
