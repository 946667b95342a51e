import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { writeRecording } from '../../../src/runner/examples/recording-files.ts';
import { type Look, Trials } from '../../../src/site/dev/live-runs.ts';
import { exampleOf, sourceOf } from '../../fixtures/examples.ts';
import { project } from '../../fixtures/project.ts';

const ID = 'topic/sample';

/** Trials of a project with one recorded example, and a way to wait until its run is over. */
async function opened(): Promise<{
  root: string;
  trials: Trials;
  save: (source: string) => Promise<void>;
  settled: () => Promise<Look>;
}> {
  const root = await project({ 'topic/sample.py': 'print("hello")\n' });
  await writeRecording(root, exampleOf(), { out: 'hello\n' }, { python: '3.13.0', runs: 1 });
  let tell = (): void => undefined;
  const trials = new Trials(root, 'examples', () => tell());
  const look = async (): Promise<Look> => (await trials.look(ID)) as Look;
  return {
    root,
    trials,
    save: source => writeFile(join(root, 'examples/topic/sample.py'), source),
    settled: async () => {
      const over = new Promise<void>(resolve => {
        tell = resolve;
      });
      if (!(await look()).running) return look();
      await over;
      return look();
    },
  };
}

afterEach(() => vi.unstubAllEnvs());

describe('an example that is edited', () => {
  test('is run when it is looked at, once, and again when it has changed', async () => {
    const { trials, save, settled } = await opened();
    expect(await trials.look(ID)).toMatchObject({ running: true, entries: [] });
    expect(await settled()).toMatchObject({ running: false, entries: [{ verdict: 'verified' }] });
    expect(await trials.look(ID)).toMatchObject({ running: false, entries: [{ verdict: 'verified' }] });
    await save('print("hallo")\n');
    expect(await trials.look(ID)).toMatchObject({ running: true });
    const {
      entries: [entry],
      runs: [run],
    } = await settled();
    expect([entry?.verdict, Buffer.from(run?.stdout ?? []).toString()]).toEqual(['drifted', 'hallo\n']);
    await trials.close();
  });

  test('is judged anew by another recording, without a run', async () => {
    const { root, trials, settled } = await opened();
    await settled();
    await writeFile(join(root, 'examples/topic/sample.out'), 'hullo\n');
    expect(await trials.look(ID)).toMatchObject({ running: false, entries: [{ verdict: 'unrecorded' }] });
    await trials.close();
  });

  test('ends the run of what it was before', async () => {
    const { trials, save, settled } = await opened();
    await save(sourceOf('timeout = 300', 'import time\ntime.sleep(290)'));
    await trials.look(ID);
    await save('print("quick")\n');
    expect(Buffer.from((await settled()).runs[0]?.stdout ?? []).toString()).toBe('quick\n');
    // Waits for all runs: where the older one were not ended, longer than this test may take.
    await trials.close();
  });

  test('is not run again by who comes later, where it was verified', async () => {
    const { root, trials, settled } = await opened();
    await settled();
    await trials.close();
    const later = new Trials(root, 'examples', () => undefined);
    expect(await later.look(ID)).toMatchObject({ running: false, entries: [{ verdict: 'verified' }] });
    await later.close();
  });

  test('is run again when it was saved and had failed, though nothing in it has changed', async () => {
    const { trials, save, settled } = await opened();
    await save('print("hallo")\n');
    await settled();
    trials.saved(ID);
    expect(await trials.look(ID)).toMatchObject({ running: true });
    await trials.close();
  });

  test('may be taken away and come back', async () => {
    const { root, trials, save, settled } = await opened();
    await settled();
    await rm(join(root, 'examples/topic/sample.py'));
    trials.relist();
    expect(await trials.look(ID)).toBeUndefined();
    await save('print("hello")\n');
    trials.relist();
    expect(await settled()).toMatchObject({ entries: [{ verdict: 'verified' }] });
    await trials.close();
  });

  test('is not run where there is no Python, and says so; it is looked for again', async () => {
    const { trials, settled } = await opened();
    vi.stubEnv('PYTHON', '/no/python3');
    expect(await trials.look(ID)).toMatchObject({
      running: false,
      entries: [
        { verdict: 'skipped', problems: [{ title: '/no/python3 is not an interpreter that answers.' }] },
      ],
      recordings: { base: { out: 'hello\n' } },
    });
    vi.unstubAllEnvs();
    expect(await settled()).toMatchObject({ entries: [{ verdict: 'verified' }] });
    await trials.close();
  });
});
