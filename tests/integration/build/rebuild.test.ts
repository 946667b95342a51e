import { appendFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';
import { treeDigest } from '../../fixtures/tree-digest.ts';

let site: SiteCopy;
/** Where the same project is built with nothing of an earlier build beside it. */
let clean: SiteCopy;
/** The site as it was built before the edit of a row. */
let before: Readonly<Record<string, string>>;

beforeAll(async () => {
  [site, clean] = await Promise.all([copySite('tests/fixtures/site'), copySite('tests/fixtures/site')]);
  await git('init', '--quiet');
  await commit('2026-01-02');
  before = await build(site);
});
afterAll(() => Promise.all([site.remove(), clean.remove()]));

const AUTHOR = ['-c', 'user.name=A', '-c', 'user.email=a@b.c'];
const git = (...args: string[]): Promise<unknown> => execa('git', [...AUTHOR, ...args], { cwd: site.root });

async function commit(day: string): Promise<void> {
  await git('add', 'content');
  const date = `${day}T12:00:00Z`;
  const env = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  await execa({ cwd: site.root, env })`git ${AUTHOR} commit --quiet -m ${day}`;
}

async function build({ run, dist }: SiteCopy): Promise<Readonly<Record<string, string>>> {
  const { exitCode, text } = await run('build');
  expect([exitCode, text]).toEqual([0, text]);
  return treeDigest(dist);
}

/** Brings what is in the one folder into the other, in which nothing of an earlier build is left. */
async function copyToClean(): Promise<void> {
  for (const part of await readdir(clean.root)) await rm(join(clean.root, part), { recursive: true });
  const isSource = (path: string): boolean => ![join(site.root, '.verbatim'), site.dist].includes(path);
  await cp(site.root, clean.root, { recursive: true, verbatimSymlinks: true, filter: isSource });
}

const edit = async (file: string, from: string, to: string): Promise<void> => {
  const path = join(site.root, file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
};

const COUNTDOWN = 'examples/basics/countdown.py';
const record = async (): Promise<void> => {
  const { exitCode, text } = await site.run('record', ['basics/countdown', '--yes', '--runs', '1']);
  expect([exitCode, text]).toEqual([0, text]);
};

/**
 * Everything that a page is made of, in rounds of edits. What one edit of a round changes is not all changed by
 * another one: a part that an edit left as it was is seen.
 */
const ROUNDS: Readonly<Record<string, readonly (() => Promise<void>)[]>> = {
  'an article, the source of an example, a component and a setting': [
    // The title is on the pages of its neighbors too.
    () => edit('content/advanced/second.mdx', 'title: ', 'title: Another '),
    () => appendFile(join(site.root, 'content/advanced/second.mdx'), '\nOne sentence more.\n'),
    () => edit(COUNTDOWN, 'print(number)', 'print(number)  # counts'),
    // The audit refuses nearly every other edit of this one. The home page has none of it, and has the tagline.
    () => edit('src/components/figure/OutputPanel.astro', 'tabindex="0"', 'tabindex="-1"'),
    () => edit('src/site.config.ts', 'Python, as it really runs', 'Python, as it runs'),
  ],
  'an example and its recording, a contract, the date of the last commit, and a style sheet': [
    async () => {
      await edit(COUNTDOWN, 'print(number)', 'print(number * 2)');
      await record();
    },
    async () => {
      const path = join(site.root, 'examples/basics/hostile.py');
      const block = '# /// script\n# [tool.verbatim]\n# order = "any"\n# ///\n';
      await writeFile(path, `${block}${await readFile(path, 'utf8')}`);
    },
    () => commit('2026-03-04'),
    () => edit('src/styles/tokens.css', '--radius: 10px', '--radius: 3px'),
  ],
};

test.each(Object.entries(ROUNDS))(
  'after an edit of %s, a build gives what a clean build gives, byte for byte',
  { timeout: 120_000 },
  async (_, changes) => {
    for (const change of changes) await change();
    await copyToClean();
    const [again, fromNothing] = await Promise.all([build(site), build(clean)]);
    expect(again).not.toEqual(before);
    expect(again).toEqual(fromNothing);
    before = again;
  },
);
