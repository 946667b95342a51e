import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { askEach } from '../../../../src/runner/commands/prompt.ts';

/**
 * Asks about `a`, `b` and `c`, and types one text after each question. @returns what was chosen, and all that
 * was written
 */
async function answer(
  ...typed: readonly string[]
): Promise<{ readonly chosen: readonly string[]; readonly written: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const left = [...typed];
  let written = '';
  output.on('data', async (chunk: Buffer) => {
    written += chunk.toString();
    if (!chunk.toString().includes('[y/n/a/q] ')) return;
    await setImmediate();
    const next = left.shift();
    if (next === undefined) input.end();
    else input.write(next);
  });
  const questions = ['a', 'b', 'c'].map(id => ({ id, text: `what ${id} prints` }));
  return { chosen: [...(await askEach(questions, { input, output }))], written };
}

describe('chosen is', () => {
  test.for([
    [
      ['y\r', 'n\r', 'y\r'],
      ['a', 'c'],
    ],
    [
      ['n\r', 'a\r'],
      ['b', 'c'],
    ],
    [['y\r', 'q\r'], ['a']],
    [['a\r'], ['a', 'b', 'c']],
    [
      ['yes\r', 'No\r', ' Y \r'],
      ['a', 'c'],
    ],
    [['y\r'], ['a']],
    [['y\r', '\u0004'], ['a']],
  ] as const)('by %j: %j', async ([typed, expected]) => {
    expect((await answer(...typed)).chosen).toEqual(expected);
  });
});

test('each question comes after what it is about, with its number', async () => {
  const { written } = await answer('y\r', 'q\r');
  expect(written).toMatch(
    /^what a prints\n.*Accept a\? \(1 of 3\) \[y\/n\/a\/q\] .*what b prints\n.*Accept b\? \(2 of 3\)/s,
  );
});

test('what is no answer is explained, and the question comes again', async () => {
  const { chosen, written } = await answer('\r', 'perhaps\r', 'y\r', 'q\r');
  expect(chosen).toEqual(['a']);
  expect(written.match(/y: yes; n: no; a: yes to this and all that follow/g)).toHaveLength(2);
  expect(written.match(/Accept a\?/g)?.length).toBeGreaterThanOrEqual(3);
});

test('Ctrl-C takes every answer back', async () => {
  await expect(answer('y\r', '\u0003')).rejects.toMatchObject({
    exitCode: 130,
    problems: [{ title: 'Interrupted: nothing was written.' }],
  });
});
