import { describe, expect, test } from 'vitest';
import type { Example } from '../../../../src/core/example/example.ts';
import { answeredLines } from '../../../../src/core/omission/answered-lines.ts';
import { effectOf } from '../../../../src/core/omission/effect-of.ts';
import { judgeParts } from '../../../../src/core/omission/judge-parts.ts';
import { omit } from '../../../../src/core/omission/omit.ts';
import { partsOfLines } from '../../../../src/core/omission/parts-of-lines.ts';
import { exampleOf, recordingOf, runOf, sourceOf } from '../../../fixtures/examples.ts';

const SOURCE = 'a()\nb()\nc()\nt = T(f, daemon=True)\n';

/** Judges lines of a source in which only some omissions, by the lines that are taken out, change something. */
async function judged(lines: readonly number[], effects: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const parts = partsOfLines(SOURCE, lines);
  const result = await judgeParts(exampleOf(SOURCE), parts, async some => {
    const name = some.map(part => (part.change === 'flag' ? part.text : part.lines.join('-'))).join('+');
    asked.push(name);
    return effects[name];
  });
  return { asked, result: result.map(({ part, verdict }) => `${part.lines.join('-')} ${verdict}`) };
}

describe('a highlighted line', () => {
  test('matters if the sample does something else without it', async () => {
    expect(await judged([1], { 1: 'It prints something else.' })).toEqual({
      asked: ['1'],
      result: ['1 matters'],
    });
  });

  test('is idle if nothing changes', async () => {
    expect(await judged([1], {})).toEqual({ asked: ['1'], result: ['1 idle'] });
  });

  test('is idle beside one that matters', async () => {
    expect((await judged([1, 2], { 1: 'x' })).result).toEqual(['1 matters', '2 idle']);
  });

  test('matters together with others that are idle alone', async () => {
    const { asked, result } = await judged([1, 2, 3], { 2: 'x', '1+3': 'y' });
    expect(asked).toEqual(['1', '2', '3', '1+3']);
    expect(result).toEqual(['1 matters', '2 matters', '3 matters']);
  });

  test('is idle if an argument such as daemon=True changes nothing', async () => {
    expect(await judged([4], { 4: 'x' })).toEqual({ asked: ['4', 'daemon=True'], result: ['4 idle'] });
    expect((await judged([4], { 4: 'x', 'daemon=True': 'y' })).result).toEqual(['4 matters']);
  });

  test('is asked for ten of its arguments, however many a line has', async () => {
    const source = `t = T(${Array.from({ length: 500 }, (_, index) => `a${index}=True`).join(', ')})\n`;
    let runs = 0;
    await judgeParts(exampleOf(source), partsOfLines(source, [1]), async () => {
      runs += 1;
      return 'It prints something else.';
    });
    expect(runs).toBe(11);
  });

  test('that is a comment is idle, and nothing is run', async () => {
    const parts = partsOfLines('# why\na()\n', [1]);
    const result = await judgeParts(exampleOf('# why\na()\n'), parts, () => {
      throw new Error('It was run');
    });
    expect(result.map(({ verdict }) => verdict)).toEqual(['idle']);
  });
});

const VARIANTS = sourceOf(
  '[[tool.verbatim.variant]]\n[tool.verbatim]',
  'lock = 1\nwith lock:\n    a()\n    b()\nc(1)\n',
);
const withVariant = (table: string): Example =>
  exampleOf(VARIANTS.replace('# [[tool.verbatim.variant]]\n# [tool.verbatim]', table));

describe('a variant', () => {
  const table = (change: string): string =>
    `# [[tool.verbatim.variant]]\n# name = "changed"\n# ${change}\n# recorded = false`;

  test('changes the lines that it takes out or replaces, and not those that move', () => {
    const removed = withVariant(table('remove = "with lock:"'));
    const replaced = withVariant(table('replace = { "c(1)" = "c(2)" }'));
    expect(
      [removed, replaced].map(({ variants }) => variants.flatMap(each => [...answeredLines(each)])),
    ).toEqual([[9], [12]]);
  });

  test('answers the line that it changes, which is not run', async () => {
    const example = withVariant(table('remove = "with lock:"'));
    const parts = [...partsOfLines(example.source, [9, 10, 11]), ...partsOfLines(example.source, [12])];
    const asked: number[] = [];
    const result = await judgeParts(example, parts, async some => {
      asked.push(...some.flatMap(({ lines }) => lines));
      return undefined;
    });
    expect(result.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['variant', 'changed'],
      ['idle', undefined],
    ]);
    expect(asked).toEqual([12]);
  });
});

describe('an omission', () => {
  const original = exampleOf(sourceOf('order = "any"\nelapsed = { max = 2 }', 'a()\nb()\n'));
  const [part] = partsOfLines(original.source, [original.source.split('\n').indexOf('b()') + 1]);
  const omission = omit(original, part === undefined ? [] : [part]);
  const recorded = recordingOf('1\n2\n');
  const effect = (facts: Parameters<typeof runOf>[0]) => effectOf(omission, runOf(facts), recorded);

  test('is idle if the contract permits what it prints', () => {
    expect(effect({ stdout: '2\n1\n' })).toBeUndefined();
  });

  test('that prints something else has an effect', () => {
    expect(effect({ stdout: '1\n' })).toBe('It prints something else.');
  });

  test('that fails has an effect, whatever it prints', () => {
    expect([
      effect({ stdout: '1\n2\n', exitCode: 1 }),
      effect({ stdout: '1\n2\n', stderr: 'oops\n' }),
      effect({ stdout: '1\n2\n', ending: 'timed-out', exitCode: undefined }),
      effect({ stdout: '1\n2\n', durationMs: 2500 }),
    ]).toEqual([
      'Exit code 1, expected 0.',
      'It wrote to stderr, which its contract does not declare.',
      'Still running after 10 s.',
      'It took 2.50 s; its contract says at most 2 s.',
    ]);
  });

  test('changes neither the original nor its other files', () => {
    const files = new Map([...original.files, ['data.txt', Buffer.from('x')]]);
    const changed = omit({ ...original, files }, part === undefined ? [] : [part]);
    expect(original.source).toContain('b()');
    expect([...changed.files.keys()]).toEqual(['sample.py', 'data.txt']);
    expect(Buffer.from(changed.files.get('sample.py') ?? []).toString()).toBe(changed.source);
    expect(changed.source).not.toContain('b()');
  });
});
