import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Interpreter, tagOf } from '../../../src/core/python-version.ts';
import { writeRecording } from '../../../src/runner/examples/recording-files.ts';
import { userCache } from '../../../src/runner/files/user-cache.ts';
import { findInterpreters } from '../../../src/runner/python/find-interpreters.ts';
import { auditFile } from '../../../src/site/audit/audit-page.ts';
import type { AuditPlan } from '../../../src/site/audit/plan/audit-plan.ts';
import { plannedFiles } from '../../../src/site/audit/plan/site-files.ts';
import { exampleOf } from '../../fixtures/examples.ts';
import { write } from '../../fixtures/page-mutations.ts';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';
import { planOf } from '../../fixtures/site-plan.ts';

/** Two minor versions that this machine has; one where there is no other. */
const BUILDS = (await findInterpreters([], process.env, userCache()))
  .filter(
    ({ gil, version }, index, all) =>
      gil && all.findIndex(other => other.gil && tagOf(other) === tagOf({ version, gil })) === index,
  )
  .slice(0, 2);
const SAMPLE = `import sys

print("Python <&>")
print("%d.%d" % sys.version_info[:2])
`;
const PAGE = 'changes/index.html';
const EDITION = 'changes.md';

/** Changes of the page that would show another history than the recordings have. */
const MUTATIONS: readonly (readonly [name: string, change: ($: CheerioAPI) => unknown])[] = [
  ['lacks a version', $ => $('.list-page h2').first().remove()],
  ['lacks an example', $ => $('.list-page .entry').first().remove()],
  ['has an example twice', $ => $('.list-page .entry').first().clone().appendTo('.list-page')],
  ['swaps two versions', $ => $('.list-page > :is(h2, section)').slice(0, 2).appendTo('.list-page')],
  ['names another version', $ => $('.list-page h2').first().text('Python 3.99')],
  ['links to another example', $ => $('.entry a').first().attr('href', '/examples/basics/greeting/')],
  ['names another example', $ => $('.entry a').first().text('basics/greeting')],
  ['compares with another version', $ => $('.label span').eq(1).text('Compared with Python 3.1')],
  ['lacks the lines', $ => $('.entry .fence').first().remove()],
  ['lacks a removed line', $ => $('.entry del').first().remove()],
  ['lacks an added line', $ => $('.entry ins').first().remove()],
  ['lacks a line that stayed', $ => $('.entry pre span:not(.change)').first().remove()],
  [
    'shows another removed line',
    $ => $('.entry del').first().html('<span class="change">Before: </span>3.1\n'),
  ],
  ['shows another added line', $ => $('.entry ins').first().html('<span class="change">Now: </span>3.1\n')],
  ['says that the old line is the new one', $ => $('.entry del .change').first().text('Now: ')],
  ['says nothing of a removed line', $ => $('.entry del .change').first().remove()],
  ['hides a line', $ => $('.entry pre span:not(.change)').first().attr('class', 'change')],
  ['names another stream', $ => $('.entry pre').first().attr('data-stream', 'err')],
  ['claims another version', $ => $('.entry pre').first().attr('data-python', '3.1')],
  ['is heard as another difference', $ => $('.entry pre').first().attr('aria-label', 'Output')],
  ['does not look like a difference', $ => $('.entry pre').first().removeClass('changed')],
  ['says that all was verified', $ => $('.entry > p').last().remove()],
  ['shows what was not verified', $ => $('.entry').last().append($('.entry .fence').first().clone())],
  ['lacks the Markdown', $ => $('.list-page > p a').first().remove()],
];

describe.runIf(BUILDS.length === 2)('the audit of a site whose outputs changed with a version', () => {
  const [newer, older] = BUILDS as [Interpreter, Interpreter];
  let site: SiteCopy;
  let plan: AuditPlan;
  let headers: string;
  const read = (path: string): Promise<string> => readFile(join(site.dist, path), 'utf8');
  const problemsIn = (path: string, text: string) => auditFile(path, text, plan, headers).problems;

  beforeAll(async () => {
    site = await copySite('tests/fixtures/site');
    await writeFile(join(site.root, 'examples/basics/version.py'), SAMPLE);
    const article = join(site.root, 'content/advanced/second.mdx');
    await appendFile(article, '\n[Changes](/changes/)\n\n<Example file="basics/version.py" />\n');
    const pythons = [newer, older].flatMap(({ path }) => ['--python', path]);
    await site.run('record', ['basics/version', '--yes', '--runs', '1', ...pythons]);
    await writeRecording(
      site.root,
      { ...exampleOf(), id: 'basics/version', file: 'examples/basics/version.py' },
      { out: 'Python\n3.99\n' },
      { python: '3.99.1', gil: false, runs: 1 },
      '3.99t',
    );
    const built = await site.run('build');
    expect(built).toMatchObject({ exitCode: 0 });
    plan = await planOf(site.root);
    headers = await read('_headers');
  });
  afterAll(() => site.remove());

  test('accepts the page, its Markdown edition, and the pages that lead to it', async () => {
    for (const path of [PAGE, EDITION, 'verified/index.html'])
      expect([path, problemsIn(path, await read(path))]).toEqual([path, []]);
    expect(await read('verified/index.html')).toContain('href="/changes/"');
    expect(await read('sitemap-0.xml')).toContain('/changes/</loc>');
    const files = plannedFiles(plan);
    expect([files.get(PAGE), files.get(EDITION)]).toEqual([true, true]);
    // What the newer one wrote holds for each version after the older one.
    const afterOlder = `3.${Number(tagOf(older).replace('3.', '')) + 1}`;
    const $ = load(await read(PAGE));
    expect(
      $('h2')
        .toArray()
        .map(each => $(each).text()),
    ).toEqual([`Python ${afterOlder}`, 'Python 3.99 free-threaded']);
    expect($('.entry pre').text()).toBe(`Python <&>\nBefore: ${tagOf(older)}\nNow: ${tagOf(newer)}\n`);
    expect(await read(EDITION)).toContain(` Python <&>\n-${tagOf(older)}\n+${tagOf(newer)}\n`);
    for (const path of [PAGE, EDITION]) expect(await read(path)).not.toContain('3.99\n');
  });

  test.for(MUTATIONS)('refuses a page that %s', async ([, change]) => {
    const $ = load(await read(PAGE));
    const before = write($);
    expect(problemsIn(PAGE, before)).toEqual([]);
    change($);
    expect(write($)).not.toBe(before);
    expect(problemsIn(PAGE, write($))).not.toEqual([]);
  });

  test.for([
    ['a version', /## Python 3\.\d+\n/, '## Python 3.1\n'],
    ['an example', '[basics/version]', '[basics/greeting]'],
    ['an address', 'examples/basics/version/', 'examples/basics/greeting/'],
    ['what it is compared with', /Compared with Python 3\.\d+/, 'Compared with Python 3.1'],
    ['an old line', /\n-3\.\d+\n/, '\n-3.1\n'],
    ['a new line', /\n\+3\.\d+\n/, '\n+3.1\n'],
    ['a line that stayed', '\n Python <&>\n', '\n'],
    ['a stream', 'stream=out', 'stream=err'],
    ['what was verified', / This build did not verify[^\n]*/, ''],
  ] as const)('refuses a Markdown edition with another text for %s', async ([, found, other]) => {
    const text = await read(EDITION);
    expect(text.replace(found, other)).not.toBe(text);
    expect(problemsIn(EDITION, text.replace(found, other))).not.toEqual([]);
  });

  test('refuses a page that is linked from nowhere, and one that leads to no page', async () => {
    const $ = load(await read('verified/index.html'));
    $('a[href="/changes/"]').remove();
    expect(problemsIn('verified/index.html', write($))).not.toEqual([]);
    const examples = new Map([...plan.examples].map(([id, each]) => [id, { ...each, steps: [] }]));
    const none = { ...plan, examples };
    const html = await read('verified/index.html');
    expect(auditFile('verified/index.html', html, none, headers).problems).not.toEqual([]);
    expect(auditFile(PAGE, await read(PAGE), none, headers).problems).not.toEqual([]);
    expect(plannedFiles(none).has(PAGE)).toBe(false);
  });
});
