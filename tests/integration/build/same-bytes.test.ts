import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test, onTestFinished } from 'vitest';
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
    ...{ PYTHON: path, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), USER: 'zoë', COLUMNS: '40' },
    ...{
      TZ: 'Asia/Tokyo',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      EDITOR: 'vi',
      NODE_ENV: 'development',
    },
  };
}

const TITLE = 'one commit gives the same bytes in another folder, time zone, language, home, and umask';
test(TITLE, { timeout: 200_000 }, async () => {
  const [here, there] = [await copy(), await copy("[it's] é $HOME a&b;c=d (x) {y} @z!~^+,`|<>日本-")];
  expect(await here.run('build')).toMatchObject({ exitCode: 0 });
  const { exitCode, all } = await execa(
    'sh',
    ['-c', 'umask 077; exec "$0" scripts/build.ts', process.execPath],
    { cwd: there.root, reject: false, all: true, env: { CI: '', ...(await otherMachine()) } },
  );
  expect([exitCode, all]).toEqual([0, all]);
  expect(await treeDigest(there.dist)).toEqual(await treeDigest(here.dist));
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
