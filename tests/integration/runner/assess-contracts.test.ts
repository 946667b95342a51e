import { SORT_IT } from '../../../src/core/contract/repeat-advice.ts';
import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { AssessedExample } from '../../../src/core/contract/assess-contract.ts';
import { assessContracts } from '../../../src/runner/commands/assess-contracts.ts';
import { record } from '../../../src/runner/commands/record-examples.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';

const prove = async (source: string, runs: number): Promise<AssessedExample | undefined> => {
  const root = await project({ 'a.py': source });
  return (await assessContracts({ root, runs, pythons: [(await interpreter()).path] }))[0];
};

const block = (...lines: string[]): string =>
  ['# /// script', '# [tool.verbatim]', ...lines.map(line => `# ${line}`), '# ///', ''].join('\n');

/** Two lines whose order follows the hash seed: another one in many of the runs. */
const SHUFFLED =
  'for name in {"start apple", "start banana", "start cherry", "start damson"}:\n' +
  '    print(name)\nprint("end")\n';

describe('a contract', () => {
  test('holds where runs under all conditions print what it permits', async () => {
    expect(await prove('print("hello")\n', 6)).toEqual({
      id: 'a',
      file: 'examples/a.py',
      runs: 6,
      problems: [],
      assessment: { kind: 'holds', distinct: 1 },
    });
  });

  test('is too tight where they do not; a set is printed sorted, whatever contract would fit', async () => {
    const finding = await prove(SHUFFLED, 5);
    expect(finding?.assessment).toMatchObject({ kind: 'too tight', remedy: SORT_IT });
    expect(finding?.assessment?.distinct).toBeGreaterThan(1);
  });

  test('holds when that is what it says', async () => {
    expect(
      (await prove(`${block('order = { stages = ["start *", "end"] }')}${SHUFFLED}`, 5))?.assessment?.kind,
    ).toBe('holds');
  });

  test('is too loose where the order never varies', async () => {
    expect((await prove(`${block('order = "any"')}print("a")\nprint("b")\n`, 3))?.assessment).toEqual({
      kind: 'too loose',
      distinct: 1,
      detail: 'The order was the same in every run.',
      remedy: 'Remove order from the block.',
    });
  });

  test('is too loose where what a mask hides never varies', async () => {
    expect((await prove(`${block('mask = ["pid"]')}print("pid 7")\n`, 3))?.assessment).toEqual({
      kind: 'too loose',
      distinct: 1,
      detail: 'What the mask "pid" hides was the same in every run: 7',
      remedy: 'Remove the mask.',
    });
  });

  test('is too tight where it does not permit the recording', async () => {
    const root = await project({
      'a.py': `${block('mask = ["pid"]')}import os\n\nprint("pid", os.getpid())\n`,
    });
    const options = { root, runs: 2, pythons: [(await interpreter()).path] };
    await record(options);
    await writeFile(`${root}/examples/a.py`, 'print("pid 0")\n');
    expect((await assessContracts(options))[0]?.assessment).toMatchObject({
      kind: 'too tight',
      distinct: 1,
      detail: expect.stringMatching(/^-pid \d+\n\+pid 0$/),
    });
  });

  test('is not judged where a run falls short', async () => {
    expect(await prove('raise SystemExit(3)\n', 2)).toMatchObject({
      runs: 2,
      problems: [
        { title: 'Exit code 3, expected 0.' },
        { title: expect.stringMatching(/^Run 2 of 2 \(.*\): Exit code 3, expected 0\.$/) },
      ],
    });
  });

  test('is not judged where the example is broken', async () => {
    expect(await prove(`${block('exit = 300')}\n`, 2)).toMatchObject({
      id: 'a',
      runs: 0,
      problems: [{ title: 'exit is too large: at most 255.' }],
    });
  });
});
