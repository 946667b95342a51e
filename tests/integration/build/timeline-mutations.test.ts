import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditFile } from '../../../src/site/audit/audit-page.ts';
import { auditSite } from '../../../src/site/audit/audit-site.ts';
import type { AuditPlan } from '../../../src/site/audit/plan/audit-plan.ts';
import { recordAttack } from '../../fixtures/attacks.ts';
import { pageMutations, write } from '../../fixtures/page-mutations.ts';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';
import { planOf } from '../../fixtures/site-plan.ts';
import { TIMELINE_MUTATIONS } from '../../fixtures/timeline-mutations.ts';

describe('the audit of a site with timelines', () => {
  let site: SiteCopy;
  let plan: AuditPlan;
  let headers: string;
  const page = (path: string): Promise<string> => readFile(join(site.dist, path), 'utf8');
  beforeAll(async () => {
    site = await copySite('tests/fixtures/watched');
    const { exitCode, text } = await site.run('build');
    expect([exitCode, text]).toEqual([0, expect.any(String)]);
    plan = await planOf(site.root);
    headers = await page('_headers');
  });
  afterAll(() => site.remove());

  test('accepts the page of an example, and no mutation of it', async ({ task }) => {
    const path = 'examples/waiting/locks/index.html';
    const html = write(load(await page(path)));
    expect(auditFile(path, html, plan, headers).problems).toEqual([]);
    const survivors: string[] = [];
    let count = 0;
    for (const mutation of pageMutations(html, await page('advanced/waiting/index.html'))) {
      count += 1;
      // Each takes a while, and all texts and attributes are compared in the same way.
      if (/^(?:changes the text|<)/.test(mutation.name) && count % 5 > 0) continue;
      if (auditFile(path, mutation.html, plan, headers).problems.length === 0) survivors.push(mutation.name);
    }
    recordAttack(task, { against: 'page', tried: path, refused: `all but ${survivors.length}` });
    expect(survivors).toEqual([]);
  });

  test.for(TIMELINE_MUTATIONS)('refuses a page whose timeline %s', async ([, change]) => {
    const path = 'advanced/waiting/index.html';
    const $ = load(await page(path));
    const before = write($);
    change($);
    expect(write($)).not.toBe(before);
    expect(auditFile(path, write($), plan, headers).problems).not.toEqual([]);
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
    const text = await page(path);
    const refuses = (edition: string): boolean => {
      const article = plan.articles.get('content/advanced/waiting.mdx');
      // Whoever renders the edition may be wrong about it: the list is compared with the recording itself.
      const articles = new Map([
        ['content/advanced/waiting.mdx', { source: article?.source ?? '', edition }],
      ]);
      return auditFile(path, `\n${edition}`, { ...plan, articles }, headers).problems.length > 0;
    };
    expect(refuses(text)).toBe(false);
    expect(text).toMatch(found);
    expect(refuses(text.replace(found, other))).toBe(true);
  });

  test('refuses a list for programs that has another timeline', async () => {
    await rm(join(site.dist, 'pagefind'), { recursive: true });
    const list = await page('verified.json');
    const entry = JSON.parse(list) as { counts: object; examples: { id: string; timeline: unknown }[] };
    expect(entry.counts).toMatchObject({ examples: 2, timelines: 1 });
    expect(entry.examples.map(({ timeline }) => timeline === null)).toEqual([false, true]);
    await writeFile(
      join(site.dist, 'verified.json'),
      list.replace(/"timeline":\{.*?\]\}/, '"timeline":null'),
    );
    const { problems } = await auditSite(site.dist, plan);
    expect(problems.map(({ file }) => file)).toEqual(['dist/verified.json']);
    await writeFile(join(site.dist, 'verified.json'), list);
  });
});
