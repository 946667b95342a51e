import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { writeRecording } from '../../../src/runner/examples/recording-files.ts';
import { type ExampleState, LiveRuns } from '../../../src/site/dev/examples/live-runs.ts';
import { exampleOf, sourceOf } from '../../fixtures/examples.ts';
import { project } from '../../fixtures/project.ts';

const ID = 'topic/sample';

/** Live runs of a project with one recorded example, and a way to wait until its run has ended. */
async function opened(): Promise<{
  root: string;
  runs: LiveRuns;
  save: (source: string) => Promise<void>;
  ended: () => Promise<ExampleState>;
}> {
  const root = await project({ 'topic/sample.py': 'print("hello")\n' });
  await writeRecording(root, exampleOf(), { out: 'hello\n' }, { python: '3.13.0', runs: 1 });
  let onEnd = (): void => undefined;
  const runs = new LiveRuns(root, () => onEnd());
  const state = async (): Promise<ExampleState> => (await runs.state(ID)) as ExampleState;
  return {
    root,
    runs,
    save: source => writeFile(join(root, 'examples/topic/sample.py'), source),
    ended: async () => {
      const end = new Promise<void>(resolve => {
        onEnd = resolve;
      });
      if (!(await state()).running) return state();
      await end;
      return state();
    },
  };
}

afterEach(() => vi.unstubAllEnvs());

describe('an example that is edited', () => {
  test('runs once when its state is asked for, and again when it has changed', async () => {
    const { runs, save, ended } = await opened();
    expect(await runs.state(ID)).toMatchObject({ running: true, entries: [] });
    expect(await ended()).toMatchObject({ running: false, entries: [{ verdict: 'verified' }] });
    expect(await runs.state(ID)).toMatchObject({ running: false, entries: [{ verdict: 'verified' }] });
    await save('print("hallo")\n');
    expect(await runs.state(ID)).toMatchObject({ running: true });
    const {
      entries: [entry],
      runs: [run],
    } = await ended();
    expect([entry?.verdict, Buffer.from(run?.stdout ?? []).toString()]).toEqual(['drifted', 'hallo\n']);
    await runs.close();
  });

  test('does not run with the network that the project does not grant', async () => {
    const { runs, save } = await opened();
    await save('# /// script\n# [tool.verbatim]\n# network = true\n# ///\nprint("hello")\n');
    expect(await runs.state(ID)).toMatchObject({
      running: false,
      entries: [{ verdict: 'failed', problems: [{ line: 3 }] }],
      runs: [undefined],
    });
    await runs.close();
  });

  test('is judged again by a new recording, without a run', async () => {
    const { root, runs, ended } = await opened();
    await ended();
    await writeFile(join(root, 'examples/topic/sample.out'), 'hullo\n');
    expect(await runs.state(ID)).toMatchObject({ running: false, entries: [{ verdict: 'unrecorded' }] });
    await runs.close();
  });

  test('aborts its run when it is saved', async () => {
    const { runs, save, ended } = await opened();
    await save(sourceOf('timeout = 300', 'import time\ntime.sleep(290)'));
    await runs.state(ID);
    await save('print("quick")\n');
    expect(Buffer.from((await ended()).runs[0]?.stdout ?? []).toString()).toBe('quick\n');
    // Waits for all runs: if the older one were not aborted, longer than this test may take.
    await runs.close();
  });

  test('does not run again in a later dev server if it was verified', async () => {
    const { root, runs, ended } = await opened();
    await ended();
    await runs.close();
    const later = new LiveRuns(root, () => undefined);
    expect(await later.state(ID)).toMatchObject({ running: false, entries: [{ verdict: 'verified' }] });
    await later.close();
  });

  test('runs again when it is saved after a failure, even if nothing in it has changed', async () => {
    const { runs, save, ended } = await opened();
    await save('print("hallo")\n');
    await ended();
    runs.restart(ID);
    expect(await runs.state(ID)).toMatchObject({ running: true });
    await runs.close();
  });

  test('may be removed and come back', async () => {
    const { root, runs, save, ended } = await opened();
    await ended();
    await rm(join(root, 'examples/topic/sample.py'));
    runs.relist();
    expect(await runs.state(ID)).toBeUndefined();
    await save('print("hello")\n');
    runs.relist();
    expect(await ended()).toMatchObject({ entries: [{ verdict: 'verified' }] });
    await runs.close();
  });

  test('is skipped with a problem if there is no Python, which is looked for again', async () => {
    const { runs, ended } = await opened();
    vi.stubEnv('PYTHON', '/no/python3');
    expect(await runs.state(ID)).toMatchObject({
      running: false,
      entries: [
        { verdict: 'skipped', problems: [{ title: '/no/python3 is not an interpreter that answers.' }] },
      ],
      recordings: { base: { out: 'hello\n' } },
    });
    vi.unstubAllEnvs();
    expect(await ended()).toMatchObject({ entries: [{ verdict: 'verified' }] });
    await runs.close();
  });
});

describe('a variant of an example that is edited', () => {
  const variantOf = (change: string): string =>
    ['# /// script', '# [[tool.verbatim.variant]]', '# name = "in upper case"', `# ${change}`, '# ///', '']
      .concat('print("hello")\n')
      .join('\n');
  const CHANGE = 'replace = { "hello" = "HELLO" }';

  test('is run too, is judged against the recording of its example, and restarts with it', async () => {
    const { root, runs, save } = await opened();
    const ended: string[] = [];
    const all = new LiveRuns(root, id => ended.push(id));
    await runs.close();
    await save(variantOf(CHANGE));
    const settled = async (): Promise<readonly (string | undefined)[]> => {
      for (;;) {
        const state = (await all.state(ID)) as ExampleState;
        const [variant] = state.variants;
        if (!state.running && variant?.running === false)
          return [state, variant].map(({ entries }) => entries[0]?.verdict);
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    };
    expect(await settled()).toEqual(['verified', 'unrecorded']);
    // A page shows examples: a variant that has ended is news of its example.
    expect(new Set(ended)).toEqual(new Set([ID]));
    const [variant] = exampleOf(variantOf(CHANGE)).variants;
    if (variant === undefined) throw new Error('There is no variant');
    await writeRecording(root, variant, { out: 'HELLO\n' }, { python: '3.13.0', runs: 1 });
    expect(await settled()).toEqual(['verified', 'verified']);
    await save(variantOf('replace = { "print" = "(print)" }'));
    all.restart(ID);
    expect(await settled()).toEqual(['verified', 'drifted']);
    await all.close();
  });
});
