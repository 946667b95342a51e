import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { BrowserVerdict } from '../../../src/core/browser/browser-proof.ts';
import type { Ledger } from '../../../src/core/ledger/ledger.ts';
import { verify } from '../../../src/runner/commands/verify.ts';
import { runInPyodide } from '../../../src/runner/browser/run-in-pyodide.ts';
import { discover } from '../../../src/runner/examples/discover-examples.ts';
import { findSandbox, type SandboxPolicy } from '../../../src/runner/sandbox/sandbox.ts';
import { wheelFile } from '../../../src/site/figures/browser/browser-files.ts';
import { accept, lock, sampleWith } from '../../fixtures/package-project.ts';
import { type PackageIndex, packageIndex } from '../../fixtures/package-index.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';
import { type Wheel, writeWheels } from '../../fixtures/wheels.ts';

/** `json` is a module of the standard library too. */
const ONE: Wheel = {
  name: 'one',
  files: { 'one/__init__.py': 'def name():\n    return __file__\n', 'json.py': 'raise ValueError\n' },
};
const TWO: Wheel = { name: 'two', requires: ['one', "other; sys_platform == 'win32'"] };
const OTHER: Wheel = { name: 'other' };
const TEXT =
  'import json, sys\nimport one, two\n\nprint(one.name(), two.VERSION, json.dumps(sys.path[-1]))\n';
const NAMES = sampleWith(['two'], TEXT);
const OUTPUT = '/opt/packages/one/__init__.py 1.0 "/opt/packages"\n';

/** Nothing answers at this address. */
const AWAY = 'index-url = "http://127.0.0.1:9/simple"\n';

/** A project whose sample is locked and recorded, with the index that it came from. */
async function recorded(text = NAMES): Promise<{ readonly root: string; readonly index: PackageIndex }> {
  const index = await packageIndex([ONE, TWO, OTHER]);
  const root = await project({ 'topic/names.py': text });
  await lock(root);
  expect(await accept(root)).toEqual([]);
  return { root, index };
}

async function ledgerOf(root: string, sandbox: SandboxPolicy = 'auto', reuse = true): Promise<Ledger> {
  const pythons = [(await interpreter()).path];
  return (await verify({ root, pythons, reuse, sandbox, browser: true })).ledger;
}

/** What is known of the sample, which is verified under CPython in any case. */
async function verdictOf(root: string, sandbox?: SandboxPolicy): Promise<BrowserVerdict | undefined> {
  const { entries, browser } = await ledgerOf(root, sandbox);
  expect(entries.map(({ verdict }) => verdict)).toEqual(['verified']);
  return browser?.samples[0];
}

const folderOf = ({ user }: PackageIndex): string => join(user.path, 'wheels');
const wheelsIn = async (index: PackageIndex): Promise<readonly string[]> =>
  (await readdir(folderOf(index))).filter(name => name.endsWith('.whl'));

/** Takes the network away: no index answers, and uv has kept nothing. */
async function disconnect(index: PackageIndex): Promise<void> {
  vi.stubEnv('UV_HTTP_RETRIES', '0');
  await rm(index.folder, { recursive: true });
  await rm(join(index.user.path, 'uv'), { recursive: true, force: true });
  await writeFile(index.settings, AWAY);
}

describe('a sample with packages', () => {
  test.for(['auto', 'off'] as const)(
    'is proved in the browser with the wheels of its lock (sandbox: %s), and once more without an index',
    async sandbox => {
      const { root, index } = await recorded();
      expect(await readFile(join(root, 'examples/topic/names.out'), 'utf8')).toBe(OUTPUT);
      const verdict = await verdictOf(root, sandbox);
      expect(verdict).toMatchObject({
        verified: true,
        cached: false,
        wheels: [{ file: 'one-1.0-py3-none-any.whl' }, { file: 'two-1.0-py3-none-any.whl' }],
      });
      const text = await readFile(join(root, 'examples/topic/names.requirements.txt'), 'utf8');
      for (const { sha256 } of verdict?.wheels ?? []) expect(text).toContain(`--hash=sha256:${sha256}`);
      expect(await wheelsIn(index)).toHaveLength(2);
      await disconnect(index);
      expect(await verdictOf(root, sandbox)).toEqual({ ...verdict, cached: true });
      const { browser } = await ledgerOf(root, sandbox, false);
      expect(browser?.samples).toEqual([verdict]);
    },
  );

  test('gets the environment variables of packages, and its own', async () => {
    const print = 'import os\nimport one\n\nprint(os.environ["OMP_NUM_THREADS"], os.environ["MPLBACKEND"])\n';
    const table = '# [tool.verbatim]\n# env = { MPLBACKEND = "svg" }\n';
    const { root } = await recorded(sampleWith(['one'], print, table));
    expect(await readFile(join(root, 'examples/topic/names.out'), 'utf8')).toBe('1 svg\n');
    expect(await verdictOf(root)).toMatchObject({ verified: true });
  });

  test('is not proved without a network, and nothing else fails', async () => {
    const { root, index } = await recorded();
    await disconnect(index);
    expect(await verdictOf(root)).toEqual({
      id: 'topic/names',
      verified: false,
      reason: 'its packages cannot be fetched for the browser',
    });
    // Another time it may be there.
    await writeFile(index.settings, `no-index = true\nfind-links = ["${index.folder}"]\n`);
    await writeWheels(index.folder, [ONE, TWO]);
    expect(await verdictOf(root)).toMatchObject({ verified: true });
  });

  test('is not proved with a wheel whose bytes somebody has changed in the cache folder', async () => {
    const { root, index } = await recorded();
    expect(await verdictOf(root)).toMatchObject({ verified: true });
    const [name = ''] = await wheelsIn(index);
    const path = join(folderOf(index), name);
    const bytes = await readFile(path);
    await writeFile(path, Buffer.concat([bytes, Buffer.of(0)]));
    // It is fetched again.
    expect(await verdictOf(root)).toMatchObject({ verified: true });
    expect((await readFile(path)).equals(bytes)).toBe(true);
    await writeFile(path, 'other');
    await disconnect(index);
    expect(await verdictOf(root)).toMatchObject({
      verified: false,
      reason: 'its packages cannot be fetched for the browser',
    });
  });

  test('does not run if a wheel changes after it was checked, and no site is made without it', async () => {
    const { root, index } = await recorded();
    const { wheels } = (await verdictOf(root)) ?? {};
    const [wheel] = wheels ?? [];
    await writeFile(join(folderOf(index), `${wheel?.sha256}.whl`), 'other');
    const [example] = (await discover(root, 'examples')).examples;
    if (example === undefined || wheel === undefined) throw new Error('There is no sample.');
    const sandbox = findSandbox('auto');
    const run = await runInPyodide(example, { interpreter: await interpreter(), sandbox, wheels });
    expect([run.ending, run.exitCode, run.stdout.length]).toEqual(['signalled', undefined, 0]);
    expect(Buffer.from(run.stderr).toString()).toContain('is not the file that its lock names');
    expect(() => wheelFile(wheel)).toThrow('Something has removed or changed this package');
  });

  test('is not proved with other wheels than those of its lock: neither of a list nor of an index', async () => {
    const { root, index } = await recorded();
    const verdict = await verdictOf(root);
    const [list = ''] = (await readdir(folderOf(index))).filter(each => each.endsWith('.json'));
    const text = await readFile(join(folderOf(index), list), 'utf8');
    await writeFile(
      join(folderOf(index), list),
      text.replace(verdict?.wheels?.[0]?.sha256 ?? '', '0'.repeat(64)),
    );
    expect(await verdictOf(root)).toEqual({ ...verdict, cached: true });
    await rm(folderOf(index), { recursive: true });
    await rm(join(index.user.path, 'uv'), { recursive: true, force: true });
    await writeWheels(index.folder, [{ name: 'one', files: { 'one.py': 'print("other")\n' } }]);
    expect(await verdictOf(root)).toMatchObject({
      verified: false,
      reason: 'its lock does not name the wheel of one that the index has',
    });
  });

  test('is not proved with more than a page fetches', async () => {
    const index = await packageIndex([
      { name: 'two', files: { 'two.py': `"""${'a'.repeat(21 * 2 ** 20)}"""\n` } },
    ]);
    const root = await project({ 'topic/names.py': sampleWith(['two'], 'print("two")\n') });
    await lock(root);
    expect(await accept(root)).toEqual([]);
    expect(await verdictOf(root)).toMatchObject({ verified: false, reason: 'its packages have 22 MB' });
    await disconnect(index);
    expect(await verdictOf(root)).toMatchObject({ reason: 'its packages have 22 MB' });
  });

  test('is not proved if one of its packages has no wheel for the browser', async () => {
    const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
    const system = process.platform === 'darwin' ? 'macosx_11_0_arm64' : `manylinux2014_${machine}`;
    const index = await packageIndex([{ ...ONE, tag: `py3-none-${system}` }, TWO, OTHER]);
    const root = await project({ 'topic/names.py': NAMES });
    expect(await lock(root)).toMatchObject([{ kind: 'written' }]);
    expect(await accept(root)).toEqual([]);
    const reason = 'one has no wheel for the browser';
    expect(await verdictOf(root)).toEqual({ id: 'topic/names', verified: false, reason });
    // It is known for good: no other wheel has a hash of this lock.
    await disconnect(index);
    expect(await verdictOf(root)).toMatchObject({ reason });
  });
});
