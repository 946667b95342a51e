import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditSite } from '../../../src/site/audit/audit-site.ts';
import { recordAttack } from '../../fixtures/attacks.ts';
import { write } from '../../fixtures/page-mutations.ts';
import { type AuditedSite, auditedSite, survivorsOf } from '../../fixtures/audited-site.ts';
import { TIMELINE_MUTATIONS } from '../../fixtures/timeline-mutations.ts';

describe('the audit of a site with timelines', () => {
  let site: AuditedSite;
  beforeAll(async () => {
    site = await auditedSite('tests/fixtures/watched');
  });
  afterAll(() => site.remove());

  test('accepts the page of an example, and no mutation of it', async ({ task }) => {
    const path = 'examples/waiting/locks/index.html';
    // Each takes a while, and all texts and attributes are compared in the same way.
    const survivors = await survivorsOf(site, path, 'advanced/waiting/index.html', [
      /^(?:changes the text|<)/,
      5,
    ]);
    recordAttack(task, { against: 'page', tried: path, refused: `all but ${survivors.length}` });
    expect(survivors).toEqual([]);
  });

  test.for(TIMELINE_MUTATIONS)('refuses a page whose timeline %s', async ([, change]) => {
    const path = 'advanced/waiting/index.html';
    const $ = load(await site.page(path));
    const before = write($);
    change($);
    expect(write($)).not.toBe(before);
    expect(site.problemsIn(path, write($))).not.toEqual([]);
  });

  test.for([
    ['the name of a lane', '`Bob`: thread', '`Eve`: thread'],
    ['when a wait ends', /0\.\d+ s: waits in `Lock\.acquire`/, '0.2 s: waits in `Lock.acquire`'],
    ['what a lane prints', 'prints `one <is> written`', 'prints `two <is> written`'],
    ['who ends a wait', 'Ada lets Bob go on', 'Bob lets Ada go on'],
    ['the version', 'Recorded from a run with CPython 3', 'Recorded from a run with CPython 4'],
    ['what was proved', '; each build checks it again', ''],
  ] as const)('refuses a Markdown edition with another text for %s', async ([, found, other]) => {
    const path = 'advanced/waiting.md';
    const text = await site.page(path);
    const refuses = (edition: string): boolean => {
      const article = site.plan.articles.get('content/advanced/waiting.mdx');
      // Whoever renders the edition may be wrong about it: the list is compared with the recording itself.
      const articles = new Map([
        ['content/advanced/waiting.mdx', { source: article?.source ?? '', edition }],
      ]);
      return site.problemsIn(path, `\n${edition}`, { ...site.plan, articles }).length > 0;
    };
    expect(refuses(text)).toBe(false);
    expect(text).toMatch(found);
    expect(refuses(text.replace(found, other))).toBe(true);
  });

  test('refuses a list for programs that has another timeline', async () => {
    await rm(join(site.dist, 'pagefind'), { recursive: true });
    const list = await site.page('verified.json');
    const entry = JSON.parse(list) as { counts: object; examples: { id: string; timeline: unknown }[] };
    expect(entry.counts).toMatchObject({ examples: 2, timelines: 1 });
    expect(entry.examples.map(({ timeline }) => timeline === null)).toEqual([false, true]);
    await writeFile(
      join(site.dist, 'verified.json'),
      list.replace(/"timeline":\{.*?\]\}/, '"timeline":null'),
    );
    const { problems } = await auditSite(site.dist, site.plan);
    expect(problems.map(({ file }) => file)).toEqual(['dist/verified.json']);
    await writeFile(join(site.dist, 'verified.json'), list);
  });
});
