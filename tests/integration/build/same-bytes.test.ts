import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { glob } from 'tinyglobby';
import { expect, test, onTestFinished } from 'vitest';
import { builtSite } from '../../fixtures/built-site.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';
import { treeDigest } from '../../fixtures/tree-digest.ts';

async function copy(name?: string): Promise<SiteCopy> {
  const site = await copySite('tests/fixtures/site', name);
  onTestFinished(() => site.remove());
  return site;
}

/** Everything that a machine may be, and a page must not show. */
async function otherMachine(): Promise<Record<string, string>> {
  const home = await temporaryFolder();
  const { path } = await interpreter();
  return {
    ...{
      PYTHON: path,
      HOME: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_CONFIG_HOME: join(home, 'config'),
    },
    ...{ TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', USER: 'zoë', COLUMNS: '40' },
    ...{ EDITOR: 'vi', NODE_ENV: 'development', CI: '' },
    ...{ ASTRO_TELEMETRY_DISABLED: '', TELEMETRY_DISABLED: '' },
  };
}

const TITLE = 'one commit gives the same bytes in another folder, time zone, language, home, and umask';
test(TITLE, { timeout: 200_000 }, async () => {
  const [here, there] = [await builtSite(), await copy("[it's] é $HOME a&b;c=d (x) {y} @z!~^+,`|<>日本-")];
  for (const part of ['.git', 'content'])
    await cp(join(here.root, part), join(there.root, part), { recursive: true });
  const machine = await otherMachine();
  const { exitCode, all } = await execa(
    'sh',
    ['-c', 'umask 077; exec "$0" scripts/build.ts', process.execPath],
    { cwd: there.root, reject: false, all: true, env: machine },
  );
  expect([exitCode, all]).toEqual([0, all]);
  expect(await treeDigest(there.dist)).toEqual(await treeDigest(here.dist));
  // Astro asks a newcomer whether it may report. Ours does not even look whether it may.
  expect(await glob('**/astro/**', { cwd: machine.XDG_CONFIG_HOME ?? '', dot: true })).toEqual([]);
});

test('in a folder in which Astro loses files, no site is built; examples are checked', async () => {
  const { root, run } = await copy('100%-');
  for (const script of ['build', 'dev', 'start'])
    expect([script, await run(script)]).toEqual([
      script,
      {
        exitCode: 2,
        text: expect.stringContaining(
          `this character in its path: "%"\nmv ${root} ${root.replace('%', '-')}`,
        ),
      },
    ]);
  expect(await run('check')).toMatchObject({ exitCode: 0 });
});
