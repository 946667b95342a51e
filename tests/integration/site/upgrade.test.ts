import { existsSync } from 'node:fs';
import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  commitAll,
  gitIn,
  runScript,
  shareModules,
  type VerbatimCopy,
  verbatimCopy,
} from '../../fixtures/verbatim-copy.ts';

const TOKENS = 'src/styles/tokens.css';

// They copy projects and build sites, on machines that may be busy.
vi.setConfig({ testTimeout: 300_000 });

let copy: VerbatimCopy;
let verbatim: string;
let site: string;
beforeAll(async () => {
  copy = await verbatimCopy();
  verbatim = copy.root;
  expect(await copy.newSite('../made', 'My docs')).toMatchObject({ exitCode: 0 });
});
afterAll(() => rm(copy.parent, { recursive: true, force: true }));
beforeEach(async () => {
  await gitIn(
    verbatim,
    'reset',
    '--quiet',
    '--hard',
    await gitIn(verbatim, 'rev-list', '--max-parents=0', 'HEAD'),
  );
  site = join(copy.parent, 'site');
  await rm(site, { recursive: true, force: true });
  await cp(join(copy.parent, 'made'), site, { recursive: true });
  await shareModules(site);
  await gitIn(site, 'config', 'user.name', 'Ada');
  await gitIn(site, 'config', 'user.email', 'ada@example.org');
});

const read = (root: string, file: string): Promise<string> => readFile(join(root, file), 'utf8');
async function edit(root: string, file: string, from: string, to: string): Promise<void> {
  const text = await read(root, file);
  expect(text).toContain(from);
  await writeFile(join(root, file), text.replace(from, to));
}

test('a later version comes in, what the site changed stays, and it is still a site that builds', async () => {
  await edit(verbatim, 'src/core/words/en/frame.ts', 'Skip to content', 'Skip to the text');
  await edit(verbatim, TOKENS, '--radius: 10px', '--radius: 4px');
  await writeFile(join(verbatim, 'src/public/new.txt'), 'new\n');
  await rm(join(verbatim, 'src/site/README.md'));
  await appendFile(join(verbatim, 'content/advanced/locks.mdx'), '\nMore.\n');
  await edit(verbatim, 'src/site.config.ts', 'Python, as it really runs', 'Another tagline');
  await commitAll(verbatim, 'A later version');
  await edit(site, TOKENS, '#0b6b50', '#7a1f5c');
  await edit(site, 'src/site.config.ts', 'Samples that run', 'Mine');
  await edit(site, 'content/guide/first-page.mdx', 'The first page', 'My page');
  await commitAll(site, 'Make it mine');

  const upgrade = await runScript(site, 'upgrade');
  expect(upgrade).toEqual({ exitCode: 0, text: expect.stringMatching(/^Took in Verbatim [0-9a-f]{12}\./) });
  expect(await read(site, 'src/core/words/en/frame.ts')).toContain('Skip to the text');
  expect(await read(site, TOKENS)).toMatch(/#7a1f5c[\s\S]*--radius: 4px/);
  expect(await read(site, 'src/site.config.ts')).toContain("tagline: 'Mine'");
  expect(await read(site, 'content/guide/first-page.mdx')).toContain('title: My page');
  const there = ['src/public/new.txt', 'src/site/README.md', 'content/advanced', 'examples/threading'];
  expect(there.map(file => existsSync(join(site, file)))).toEqual([true, false, false, false]);
  expect(await gitIn(site, 'status', '--porcelain', '--', ':!node_modules')).toBe('');
  expect(await runScript(site, 'build')).toMatchObject({ exitCode: 0 });

  const again = await runScript(site, 'upgrade');
  expect(again).toEqual({ exitCode: 0, text: expect.stringMatching(/^This site has all of Verbatim/) });
});

test('where both changed a line, the upgrade says in which files, and can be left', async () => {
  await edit(verbatim, TOKENS, '--radius: 10px', '--radius: 4px');
  await commitAll(verbatim, 'A later version');
  await edit(site, TOKENS, '--radius: 10px', '--radius: 0');
  await commitAll(site, 'Make it mine');
  const { exitCode, text } = await runScript(site, 'upgrade');
  expect([exitCode, text]).toEqual([
    1,
    expect.stringMatching(/the same lines of:\n {2}src\/styles\/tokens\.css\n/),
  ]);
  expect(text).toContain('git merge --abort');
  await gitIn(site, 'merge', '--abort');
  expect(await read(site, TOKENS)).toContain('--radius: 0');
});

test('a squashed upgrade does not mislead the next one: the site keeps what is its own', async () => {
  await edit(verbatim, TOKENS, '--radius: 10px', '--radius: 4px');
  await commitAll(verbatim, 'A later version');
  expect(await runScript(site, 'upgrade')).toMatchObject({ exitCode: 0 });
  const messages = await gitIn(site, 'log', '--format=%B', 'HEAD^1..HEAD');
  await gitIn(site, 'reset', '--quiet', '--soft', 'HEAD^1');
  await gitIn(site, 'commit', '--quiet', '--message', messages);
  await edit(verbatim, 'src/core/words/en/frame.ts', 'Skip to content', 'Skip to the text');
  await commitAll(verbatim, 'Still later');
  expect(await runScript(site, 'upgrade')).toMatchObject({ exitCode: 0 });
  expect(await read(site, 'content/guide/first-page.mdx')).toContain('title: The first page');
  expect(await read(site, 'src/core/words/en/frame.ts')).toContain('Skip to the text');
  expect(await read(site, TOKENS)).toContain('--radius: 4px');
});

test('an upgrade is refused where it could lose work or has nothing to start from', async () => {
  const refused = async (root: string, words: readonly string[], says: RegExp): Promise<void> =>
    expect(await runScript(root, 'upgrade', words)).toEqual({
      exitCode: 2,
      text: expect.stringMatching(says),
    });
  await refused(verbatim, [], /was not made by "npm run new -- --site"[\s\S]*git pull/);
  await refused(site, ['../nowhere'], /No version of Verbatim can be read from here\./);
  await refused(site, ['--to', 'no-such-branch'], /No version of Verbatim[\s\S]*no-such-branch/);
  await appendFile(join(site, TOKENS), '\n');
  await refused(site, [], /changes that are not committed[\s\S]*git commit --all/);
  await gitIn(site, 'checkout', '--quiet', TOKENS);
  await gitIn(site, 'remote', 'remove', 'verbatim');
  await refused(site, [], /does not know where Verbatim is\.[\s\S]*git remote add verbatim https:/);
  await gitIn(site, 'clone', '--quiet', '--depth=1', `file://${site}`, '../shallow');
  await shareModules(join(site, '../shallow'));
  await refused(join(site, '../shallow'), [], /shallow clone[\s\S]*git fetch --unshallow/);
  expect(await gitIn(site, 'status', '--porcelain', '--', ':!node_modules')).toBe('');
});
