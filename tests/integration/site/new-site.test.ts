import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { load } from 'cheerio';
import { execa } from 'execa';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ProblemError } from '../../../src/core/problems/problem.ts';
import { textProblem } from '../../../src/report/text.ts';
import { newSite } from '../../../src/site/commands/new-site.ts';
import {
  gitIn,
  runScript,
  shareModules,
  type VerbatimCopy,
  verbatimCopy,
} from '../../fixtures/verbatim-copy.ts';

const TITLE = `Ada's <b>"docs"</b> & \${more} \\ 本`;

// They copy projects and build sites, on machines that may be busy.
vi.setConfig({ testTimeout: 300_000 });

/** Whether two files hold the same bytes. */
function isSame(a: string, b: string): boolean {
  return existsSync(a) && readFileSync(a).equals(readFileSync(b));
}

let copy: VerbatimCopy;
/** A site as it is when it is new. */
let site: string;
let started: number;
beforeAll(async () => {
  copy = await verbatimCopy();
  site = join(copy.parent, 'my docs');
  started = performance.now();
  const made = await copy.newSite('../my docs', TITLE);
  expect(made).toEqual({ exitCode: 0, text: expect.stringContaining("cd '../my docs' && npm start") });
  expect((await readdir(copy.parent)).sort()).toEqual(['my docs', 'verbatim']);
  expect(await gitIn(site, 'status', '--porcelain')).toBe('');
  await shareModules(site);
});
afterAll(() => rm(copy.parent, { recursive: true, force: true }));

test('a new site checks, builds and passes its audit, and names itself and nothing of ours', async () => {
  const checked = await runScript(site, 'check');
  expect(checked).toEqual({ exitCode: 0, text: expect.stringMatching(/^1 verified; 0 cached, 1 run;/m) });
  const built = await runScript(site, 'build');
  expect(built).toEqual({ exitCode: 0, text: expect.stringMatching(/^Read back 9 pages: 2 outputs,/m) });
  console.info(`From nothing to a built page: ${((performance.now() - started) / 1000).toFixed(1)} s`);

  const dist = join(site, 'dist');
  const page = load(await readFile(join(dist, 'guide/first-page/index.html'), 'utf8'));
  expect(page('title').text()).toBe(`The first page · ${TITLE}`);
  expect(page('.brand').text().trim()).toBe(TITLE);
  expect(page('samp').text()).toBe('egg 1\nspam 2\n');
  const files = await glob('**/*', { cwd: dist, dot: true });
  expect(files.filter(file => file.startsWith('og/'))).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(['index.html', '404.html', 'rss.xml', 'llms.txt']));
  const foreign: string[] = [];
  for (const file of files) {
    const text = await readFile(join(dist, file), 'latin1');
    // The user of a run has one name on each site, in the browser too.
    const own = file.startsWith('_astro/worker-') ? text.replaceAll(/`?verbatim`?/g, '') : text;
    if (/verbatim|concurrency|multithreading/i.test(own)) foreign.push(file);
  }
  expect(foreign).toEqual([]);
});

test('what a new site does not get is named by paths that exist', async () => {
  const lines = (await readFile('scripts/starter/left-out.txt', 'utf8')).trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.filter(line => !existsSync(line.replace(/^:!/, '')))).toEqual([]);
});

test('a new site is written as its own gates want it: format, lint, style of the sample', async () => {
  const gate = async (...words: string[]): Promise<unknown[]> => {
    const { exitCode, all } = await execa(process.execPath, words, { cwd: site, reject: false, all: true });
    return [exitCode, exitCode === 0 ? '' : all];
  };
  const tracked = (await gitIn(site, 'ls-files')).split('\n');
  // Files of ours have passed the gates here.
  const own = tracked.filter(file => !isSame(file, join(site, file)));
  expect(own).toEqual(
    expect.arrayContaining(['README.md', 'src/site.config.ts', 'content/guide/first-page.mdx']),
  );
  const format = ['node_modules/prettier/bin/prettier.cjs', '--check', '--ignore-unknown'];
  expect(await gate(...format, ...own)).toEqual([0, '']);
  expect(await gate('scripts/lint.ts')).toEqual([0, '']);
  const settings = await readFile(join(site, 'src/site.config.ts'), 'utf8');
  const { stdout } = await execa(process.execPath, [
    '--print',
    `require(${JSON.stringify(join(site, 'src/site.config.ts'))}).site.title`,
  ]);
  expect([stdout, settings.includes('verbatim.example')]).toEqual([TITLE, false]);
  const readme = await readFile(join(site, 'README.md'), 'utf8');
  expect(readme).toMatch(/^# Ada's \\<b>/);
  expect(tracked).toContain('LICENSE.verbatim');
  expect(tracked.filter(file => file.startsWith('tests/browser/'))).toEqual([
    'tests/browser/axe.ts',
    'tests/browser/browse.ts',
    'tests/browser/dist.test.ts',
    'tests/browser/pages.test.ts',
  ]);
  expect(tracked.filter(file => /^LICENSE$|decisions\.md$|^tests\/integration\//.test(file))).toEqual([]);
});

test('what cannot become a site is refused with its cause and what to do, and leaves nothing', async () => {
  const { root, parent } = copy;
  await mkdir(join(parent, 'full'));
  await writeFile(join(parent, 'full/file'), '');
  await writeFile(join(parent, 'file'), '');
  await symlink('nowhere', join(parent, 'link'));
  const before = (await readdir(parent)).sort();
  const rows: readonly (readonly [target: string, title: string, says: RegExp])[] = [
    ['../a', '', /A site needs a title\./],
    ['../a', ' \t ', /A site needs a title\./],
    ['../a', 'x'.repeat(61), /The title has 61 characters; 60 is the most\./],
    ['../a', 'a\u0007b', /The title holds U\+0007/],
    ['../a', 'a\nb', /The title holds U\+000A/],
    ['../a', 'a\u202eb', /The title holds U\+202E/],
    ['../a', 'a\u200bb', /The title holds U\+200B/],
    ['../full', 'A', /The folder exists, and is not empty\.\n.*--site \.\.\/full-2/],
    ['../file', 'A', /A file or a link is there\./],
    ['../link', 'A', /A file or a link is there\./],
    ['../file/site', 'A', /ENOTDIR/],
    ['../no/folder', 'A', /The folder above it does not exist\.\nmkdir -p \.\.\/no$/m],
    ['.', 'A', /A site cannot be made inside of this project\./],
    ['site', 'A', /A site cannot be made inside of this project\.\n.*--site \.\.\/site/],
    ['../verbatim/content/x', 'A', /A site cannot be made inside of this project\./],
    ['../c#', 'A', /A site cannot be built in a folder whose path holds "#"\.\n.*--site \.\.\/c-/],
    ['../what?', 'A', /whose path holds "\?"/],
    ['../100%', 'A', /whose path holds "%"\.\n.*--site \.\.\/100-/],
    ['../a\nb', 'A', /whose path holds/],
    ['/sys/site', 'A', /Permission denied|read-only/],
  ];
  for (const [target, title, says] of rows) {
    const error: unknown = await newSite(root, target, title, '2026-11-29').catch(
      (thrown: unknown) => thrown,
    );
    const text = error instanceof ProblemError ? error.problems.map(textProblem).join('\n') : String(error);
    expect([target, title, text]).toEqual([target, title, expect.stringMatching(says)]);
    expect((await readdir(parent)).sort()).toEqual(before);
  }
  expect(await gitIn(root, 'status', '--porcelain', '--', ':!node_modules')).toBe('');
  for (const words of [[], ['--title', 'A'], ['a/b', '--site', '../a'], ['--article', '--site', '../a']])
    expect(await runScript(root, 'new', words)).toEqual({
      exitCode: 2,
      text: expect.stringContaining('Name one thing: an example, an article or a site.'),
    });
});

test('an empty folder becomes a site; the path of one may hold blanks, quotes and letters', async () => {
  const { parent, newSite: make } = copy;
  await mkdir(join(parent, "Ada's [new] docs é"));
  expect(await make("../Ada's [new] docs é/", 'A')).toMatchObject({ exitCode: 0 });
  expect(existsSync(join(parent, "Ada's [new] docs é/src/site.config.ts"))).toBe(true);
});

test('killed half-way, there is no site; the next attempt removes what was left and makes one', async () => {
  const { root, parent, newSite: make } = copy;
  const unfinished = async (): Promise<string[]> =>
    (await readdir(parent)).filter(name => name.startsWith('.verbatim-new-'));
  const words = ['scripts/new.ts', '--site', '../site', '--title', 'A'];
  const process_ = execa(process.execPath, words, { cwd: root, reject: false, stdio: 'ignore' });
  while (!(await unfinished()).some(name => existsSync(join(parent, name, '.git')))) await sleep(1);
  process_.kill('SIGKILL');
  await process_;
  expect(existsSync(join(parent, 'site'))).toBe(false);
  expect(await unfinished()).toHaveLength(1);
  expect(await make('../site', 'A')).toMatchObject({ exitCode: 0 });
  expect([existsSync(join(parent, 'site')), await unfinished()]).toEqual([true, []]);
});

test('without a commit there is nothing to make a site from, and the message says what to do', async () => {
  const { root, parent, newSite: make } = copy;
  await rename(join(root, '.git'), join(parent, 'git'));
  const { exitCode, text } = await make('../other', 'A');
  await rename(join(parent, 'git'), join(root, '.git'));
  expect([exitCode, text]).toEqual([2, expect.stringContaining('git init && git add --all && git commit')]);
});
