import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { type RunPlan, planRuns } from '../../../../src/runner/commands/plan-runs.ts';
import { fakeInterpreter } from '../../../fixtures/fake-interpreter.ts';
import { interpreter } from '../../../fixtures/programs.ts';
import { project } from '../../../fixtures/project.ts';

const prepared = async (
  files: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Promise<RunPlan> => planRuns({ root: await project(files), words, pythons: [(await interpreter()).path] });

describe('of the examples,', () => {
  test('those that can run are paired with an interpreter', async () => {
    const { ready, unfit, broken, problems } = await prepared({
      'a.py': '',
      'b.py': '# /// script\n# requires-python = ">=3.11"\n# ///\n',
    });
    const { version } = await interpreter();
    expect(ready.map(({ example, interpreter: used }) => [example.id, used.version])).toEqual([
      ['a', version],
      ['b', version],
    ]);
    expect([...unfit, ...broken, ...problems]).toEqual([]);
  });

  test('one that no interpreter can run is unfit', async () => {
    const { ready, unfit } = await prepared({
      'a.py': '\n# /// script\n# requires-python = ">=3.11,<3"\n# ///\n',
    });
    expect(ready).toEqual([]);
    expect(unfit.map(({ problem }) => problem)).toEqual([
      {
        file: 'examples/a.py',
        line: 3,
        column: 3,
        title: `No interpreter satisfies requires-python ">=3.11,<3".`,
        detail: `    There is CPython ${(await interpreter()).version}.`,
        remedy: 'Install one, or name it: --python PATH',
      },
    ]);
  });

  test('those that take a Python before 3.11 run under one that was asked for; if none does, it is refused', async () => {
    const python = await fakeInterpreter({ version: '3.9.18' });
    const root = await project({
      'new.py': '# /// script\n# requires-python = ">=3.11"\n# ///\n',
      'old.py': '# /// script\n# requires-python = ">=3.9"\n# ///\n',
    });
    const { ready, unfit } = await planRuns({ root, pythons: [python] });
    expect(ready.map(({ example }) => example.id)).toEqual(['old']);
    expect(unfit.map(({ example }) => example.id)).toEqual(['new']);
    await expect(planRuns({ root, words: ['new'], pythons: [python] })).rejects.toMatchObject({
      exitCode: 3,
      problems: [{ title: `${python} is CPython 3.9.18; examples need CPython 3.11 or newer.` }],
    });
  });

  test.runIf(availableParallelism() < 64)('one that needs more cores than there are is unfit', async () => {
    const { ready, unfit } = await prepared({
      'a.py': '# /// script\n# [tool.verbatim]\n# cores = 64\n# ///\n',
    });
    expect(ready).toEqual([]);
    expect(unfit.map(({ problem }) => problem)).toEqual([
      {
        file: 'examples/a.py',
        line: 3,
        column: 3,
        title: `It needs 64 cores; this machine has ${availableParallelism()}.`,
        remedy: 'Run it on a machine that has them.',
      },
    ]);
  });

  test('one that asks for the network is broken unless the project grants it', async () => {
    const root = await project({
      'a/x.py': '# /// script\n# [tool.verbatim]\n# network = true\n# ///\n',
      'a/y.py': '# /// script\n# [tool.verbatim]\n# network = true\n# ///\n',
      'b.py': '',
    });
    const pythons = [(await interpreter()).path];
    const { ready, broken, problems } = await planRuns({ root, pythons, network: ['a/x', 'b', 'c/*'] });
    expect(ready.map(({ example }) => example.id)).toEqual(['a/x', 'b']);
    expect(broken).toEqual([
      {
        id: 'a/y',
        file: 'examples/a/y.py',
        problems: [
          expect.objectContaining({
            line: 3,
            remedy: expect.stringContaining("src/site.config.ts: network: ['a/x', 'b', 'c/*', 'a/y'],"),
          }),
        ],
      },
    ]);
    expect(problems.map(({ file, title }) => [file, title])).toEqual([
      ['src/site.config.ts', 'network grants "b", and no sample of that name has network = true.'],
      ['src/site.config.ts', 'network grants "c/*", and no sample of that name has network = true.'],
    ]);
    // Who checks a part of the samples hears nothing of the rest, and no sample is granted it by default.
    const part = await planRuns({ root, pythons, words: ['a'] });
    expect([part.ready, part.broken.map(({ id }) => id), part.problems]).toEqual([[], ['a/x', 'a/y'], []]);
  });

  test('the chosen ones are prepared, broken ones too; stray files do not matter', async () => {
    const { ready, broken, problems } = await prepared(
      {
        'a/x.py': '',
        'a/y.py': '# region never_closed\n',
        'b.py': '# region never_closed\n',
        'stray.txt': '',
      },
      ['a'],
    );
    expect([ready.map(({ example }) => example.id), broken.map(({ id }) => id), problems]).toEqual([
      ['a/x'],
      ['a/y'],
      [],
    ]);
  });

  test('none asks for no interpreter where there are none', async () => {
    const root = await project({});
    await mkdir(join(root, 'examples'));
    expect(await planRuns({ root, pythons: ['/nowhere/python'] })).toEqual({
      ready: [],
      unfit: [],
      broken: [],
      interpreters: [],
      recordings: new Map(),
      receipts: [],
      problems: [],
    });
  });

  test('none can be found in a folder that is not there: a usage error', async () => {
    await expect(planRuns({ root: await project({}), examples: 'exmples' })).rejects.toMatchObject({
      exitCode: 2,
      problems: [{ file: 'exmples', title: 'There is no such folder of examples.' }],
    });
  });
});
