import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditFile } from '../../../src/site/audit/audit-page.ts';
import type { AuditPlan } from '../../../src/site/audit/plan/audit-plan.ts';
import { pageMutations, write } from '../../fixtures/page-mutations.ts';
import { builtSite } from '../../fixtures/built-site.ts';
import type { SiteCopy } from '../../fixtures/site-copy.ts';
import { planOf } from '../../fixtures/site-plan.ts';
import { recordAttack } from '../../fixtures/attacks.ts';

describe('the audit of a built site', () => {
  let site: SiteCopy;
  let plan: AuditPlan;
  let headers: string;
  const page = (path: string): Promise<string> => readFile(join(site.dist, path), 'utf8');
  beforeAll(async () => {
    site = await builtSite();
    plan = await planOf(site.root);
    headers = await page('_headers');
  });

  test.for([
    ['advanced/good/index.html', 'advanced/second/index.html'],
    ['advanced/second/index.html', 'advanced/good/index.html'],
    ['examples/basics/greeting/index.html', 'advanced/good/index.html'],
    ['verified/index.html', 'advanced/good/index.html'],
    ['verified/basics/index.html', 'verified/index.html'],
    ['verified/promise-bytes/index.html', 'verified/basics/index.html'],
    ['index.html', 'advanced/good/index.html'],
  ])('accepts %s, and no mutation of it', async ([path = '', other = ''], { task }) => {
    const html = write(load(await page(path)));
    expect(auditFile(path, html, plan, headers).problems).toEqual([]);
    const survivors: string[] = [];
    let count = 0;
    for (const mutation of pageMutations(html, await page(other))) {
      count += 1;
      const { problems } = auditFile(path, mutation.html(), plan, headers);
      if (problems.length === 0) survivors.push(mutation.name);
    }
    const refused = `killed ${count - survivors.length} of ${count} mutations`;
    recordAttack(task, { against: 'page', tried: path, refused });
    expect(survivors).toEqual([]);
    expect(count).toBeGreaterThan(10);
  });
});
