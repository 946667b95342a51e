import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { auditSearch } from '../../../../src/site/audit/audit-search.ts';
import { auditSite } from '../../../../src/site/audit/audit-site.ts';
import type { AuditPlan } from '../../../../src/site/audit/plan/audit-plan.ts';
import { wordsOf } from '../../../../src/core/words/languages.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const POLICY = "default-src 'none'";
const HEAD = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head>${HEAD}${head}</head><body>${body}</body></html>`;
const SOURCE = 'print(1)\n';
const ARTICLE = 'It prints 1.\n';
const HEAD_OF_A = '---\ntitle: A\n---\n';
const PLAN: AuditPlan = {
  examples: new Map([
    [
      'a/one',
      {
        id: 'a/one',
        file: 'examples/a/one.py',
        download: 'examples/a/one.py',
        title: 'one.py',
        verdict: 'verified',
        reason: '',
        source: SOURCE,
        sample: { command: 'python3 one.py', files: new Map() },
        promises: [],
        promiseIn: {},
        exit: 0,
        packages: [],
        ownPackages: [],
        network: false,
        python: '3.13.0',
        recordings: [{ out: '1\n', python: '3.13.0', label: '3.13', artifacts: [] }],
        variants: [],
        steps: [],
      },
    ],
  ]),
  articles: new Map([['content/a.mdx', { source: `${HEAD_OF_A}${ARTICLE}`, edition: ARTICLE }]]),
  drawn: { pictures: new Map(), graphs: new Map() },
  publicFiles: ['favicon.svg'],
  base: '',
  home: {},
  tracks: [],
  glossary: '',
  origin: 'https://verbatim.example',
  languages: ['en'],
  language: 'en',
  recorded: [{ name: '3.13.0', outputs: 1, runs: 5, days: ['2026-11-22', '2026-11-30'] }],
};
const FIGURE = `<figure class="example" id="one"><figcaption><span class="language">Python</span><span class="name">one.py</span></figcaption><pre class="code" aria-label="Code of one" data-code="a/one" data-block=""><code><span id="one-L1">print(1)
</span></code></pre><p class="actions at-head"><button type="button" data-wrap-lines aria-label="Wrap long lines">Wrap</button><button type="button" data-copy aria-label="Copy one">Copy</button></p><div class="panel out"><p class="label"><span>Output</span></p><pre aria-label="Output of one" data-output="a/one" data-stream="out"><samp>1
</samp></pre></div><div class="verdict"><p><span class="checked">Verified with CPython 3.13</span></p><p class="actions"><a href="/examples/a/one.py" download aria-label="Download one">Download</a></p></div></figure>`;
const FACTS =
  '<dl class="facts-list"><dt>Verdict of this build</dt><dd>verified with CPython 3.13.0</dd>' +
  '<dt>Promise</dt><dd>Every byte of the output is as shown.</dd></dl>';
const COMMAND =
  '<div class="fence"><p class="label"><span>Shell</span></p><pre data-fence="sh" ' +
  'aria-label="Command that runs one.py"><code>python3 one.py\n</code></pre></div>';
const NUMBERS =
  '<dl class="numbers"><div><dt><a href="/verified/">Examples that ran</a></dt><dd>1</dd></div>' +
  '<div><dt>CPython</dt><dd>3.13.0</dd></div></dl>';
const table = (label: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<div class="table" aria-label="${label}"><table><tr>${heads.map(head => `<th>${head}</th>`).join('')}</tr>` +
  `${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></div>`;
const listPage = (inner: string): string => page(`<div class="prose verified-page">${inner}</div>`);
const { proof } = wordsOf('en');
const OVERVIEW = listPage(
  '<h1>What was verified</h1><p>The build that made these pages ran 1 example. Every one printed what its ' +
    'page shows, under the promise given here. The same list <a href="/verified.json">as JSON</a>.</p>' +
    '<div class="finder" data-pages="/pages.json"></div>' +
    table(
      'What was proved',
      ['What was proved', 'How many', 'What that means'],
      [['Examples', '1 of 1', 'print what their pages show']],
    ) +
    '<h2>By topic</h2>' +
    table(
      'By topic',
      ['Topic', 'Examples', 'Variants', 'Timelines'],
      [['<a href="/verified/a/">a</a>', '1', '0', '0']],
    ) +
    '<h2>By promise</h2>' +
    table(
      'By promise',
      ['Promise', 'Examples'],
      [['<a href="/verified/promise-bytes/">Every byte</a>', '1']],
    ) +
    `<p>${proof.promiseNote}</p><h2>By version of Python</h2>` +
    table(
      'By version of Python',
      ['CPython', 'Verified now', 'Recorded', 'Runs', 'First', 'Last'],
      [['<a href="/verified/3.13/">3.13.0</a>', '1', '1', '5', '2026-11-22', '2026-11-30']],
    ) +
    `<p>${proof.versionNote}</p><p>${proof.historyNote}</p>`,
);
const GROUP_HEAD = '<p>1 example. <a href="/verified/">What was verified</a></p><div class="finder"></div>';
const LINKS =
  '<section><h2>a</h2><ul class="columns"><li><a href="/examples/a/one/">one</a></li></ul></section>';
const TOPIC = listPage(
  `<h1>a</h1>${GROUP_HEAD}` +
    table(
      'Examples: a',
      ['Example', 'Verdict', 'Promise'],
      [['<a href="/examples/a/one/">one</a>', 'verified, CPython 3.13.0', 'Every byte.']],
    ).replace('class="table"', 'class="table example-list"'),
);
const ENTRY = {
  id: 'a/one',
  page: '/examples/a/one/',
  download: '/examples/a/one.py',
  verdict: 'verified',
  python: '3.13.0',
  promise: 'every byte',
  recordings: [],
  variants: [],
  timeline: null,
  packages: [],
  browser: null,
};
const COUNTS = {
  examples: 1,
  verified: 1,
  skipped: 0,
  variants: 0,
  timelines: 0,
  artifacts: 0,
  inBrowser: 0,
};
const PAGES = [
  { path: '/a/', title: 'A' },
  { path: '/examples/a/one/' },
  { path: '/verified/', title: 'What was verified' },
];
const prose = (html: string): string => page(`<div class="prose">${html}</div>`);
const SITE: Readonly<Record<string, string>> = {
  'a/index.html': prose('<p>It prints 1.</p>'),
  'a.md': `# A\n${ARTICLE}`,
  'examples/a/one.py': SOURCE,
  'examples/a/one/index.html': prose(`${FIGURE}${FACTS}${COMMAND}`),
  'verified/index.html': OVERVIEW,
  'verified/a/index.html': TOPIC,
  'verified/3.13/index.html': listPage(`<h1>CPython 3.13</h1>${GROUP_HEAD}${LINKS}`),
  'verified/promise-bytes/index.html': listPage(`<h1>Every byte</h1>${GROUP_HEAD}${LINKS}`),
  'pages.json': JSON.stringify(PAGES),
  'verified.json': JSON.stringify({ examples: [ENTRY], counts: COUNTS, browser: null }),
  'verified.schema.json': '{}',
  'verified.svg': '<svg/>',
  'index.html': page(NUMBERS, '<link rel="stylesheet" href="/_astro/a.1.css">'),
  '404.html': page(''),
  '_astro/a.1.css': '.n4{counter-increment:line 4}.x::after{content:"✓ " / ""}',
  'rss.xml': '<rss/>',
  'llms.txt': '# A\n',
  'robots.txt': '',
  'sitemap-index.xml': '<sitemapindex/>',
  'sitemap-0.xml': '<urlset/>',
  'favicon.svg': '<svg/>',
  _headers: `/*\n  Content-Security-Policy: ${POLICY}; frame-ancestors 'none'\n`,
};

const site = (files: Readonly<Record<string, string>> = {}): Promise<string> =>
  temporaryFolder({ ...SITE, ...files });
const titles = async (dist: string, plan = PLAN): Promise<readonly string[]> =>
  (await auditSite(dist, plan)).problems.map(({ file, title }) => `${file}  ${title}`);

test('a site that shows what was verified passes, and its blocks are counted', async () => {
  expect(await auditSite(await site(), PLAN)).toEqual({
    pages: 8,
    editions: 1,
    outputs: 1,
    codes: 1,
    values: 0,
    searched: new Map(),
    problems: [],
  });
});

test.each([
  [
    'an output that no run printed',
    { 'examples/a/one/index.html': SITE['examples/a/one/index.html']?.replace('<samp>1', '<samp>2') },
    'dist/examples/a/one/index.html  An output is not what a/one printed.',
  ],
  [
    'code that did not run',
    { 'examples/a/one/index.html': SITE['examples/a/one/index.html']?.replace('print(1)', 'print(2)') },
    'dist/examples/a/one/index.html  Code is not that of a/one.',
  ],
  [
    'a figure that the article does not have',
    { 'a/index.html': prose(FIGURE) },
    'dist/a/index.html  The page has a figure that is not in its plan.',
  ],
  [
    'a block of unknown origin',
    { 'index.html': page('<pre>typed</pre>', '<link rel="stylesheet" href="/_astro/a.1.css">') },
    'dist/index.html  A block says nothing of the run that printed it.',
  ],
  [
    'a page that nobody planned',
    { 'b/index.html': page('') },
    'dist/b/index.html  The plan of this site has no such file.',
  ],
  ['a stray text', { 'output.txt': '1\n' }, 'dist/output.txt  The plan of this site has no such file.'],
  [
    'a hidden stray file',
    { '.well-known/x': '1\n' },
    'dist/.well-known/x  The plan of this site has no such file.',
  ],
  [
    'an asset that no page loads',
    { '_astro/b.2.js': '1' },
    'dist/_astro/b.2.js  The plan of this site has no such file.',
  ],
  [
    'an asset that is a page',
    { '_astro/a.1.css.html': page('') },
    'dist/_astro/a.1.css.html  The plan of this site has no such file.',
  ],
  [
    'another file to download',
    { 'examples/a/one.py': 'print(2)\n' },
    'dist/examples/a/one.py  The file to download is not the one that ran.',
  ],
  [
    'a list that claims more than was verified',
    { 'verified.json': JSON.stringify({ examples: [ENTRY, ENTRY], counts: COUNTS }) },
    'dist/verified.json  This list is not what was verified.',
  ],
  [
    'a list that counts more than was verified',
    { 'verified.json': JSON.stringify({ examples: [ENTRY], counts: { ...COUNTS, verified: 2 } }) },
    'dist/verified.json  This list is not what was verified.',
  ],
  [
    'a feed of a track that shows an output',
    { 'a/rss.xml': '<rss><description>&lt;pre&gt;1&lt;/pre&gt;</description></rss>' },
    'dist/a/rss.xml  This file shows an output, or claims that a run was verified.',
  ],
  [
    'an overview that counts another number',
    { 'verified/index.html': OVERVIEW.replace('<td>1</td><td>0</td>', '<td>2</td><td>0</td>') },
    'dist/verified/index.html  A list is not as its plan has it.',
  ],
  [
    'an overview with another day',
    { 'verified/index.html': OVERVIEW.replace('2026-11-22', '2026-11-21') },
    'dist/verified/index.html  A list is not as its plan has it.',
  ],
  [
    'an overview that leads to another version',
    { 'verified/index.html': OVERVIEW.replace('/verified/3.13/', '/verified/a/') },
    'dist/verified/index.html  A list is not as its plan has it.',
  ],
  [
    'a topic that has another verdict',
    { 'verified/a/index.html': TOPIC.replace('CPython 3.13.0', 'CPython 3.15.0') },
    'dist/verified/a/index.html  A list is not as its plan has it.',
  ],
  [
    'a version that verified nothing',
    { 'verified/3.15/index.html': TOPIC },
    'dist/verified/3.15/index.html  No example belongs to 3.15.',
  ],
  [
    'a list that is no JSON',
    { 'verified.json': '{' },
    'dist/verified.json  This list is not what was verified.',
  ],
  [
    'a feed that shows an output',
    { 'rss.xml': '<rss><description><pre>1</pre></description></rss>' },
    'dist/rss.xml  This file shows an output, or claims that a run was verified.',
  ],
  [
    'a feed that shows an output in escaped HTML',
    { 'rss.xml': '<rss><description>&lt;pre&gt;1&lt;/pre&gt;</description></rss>' },
    'dist/rss.xml  This file shows an output, or claims that a run was verified.',
  ],
  [
    'a list for programs that claims a verification',
    { 'llms.txt': '# A\n\nVerified with CPython 3.13.0\n' },
    'dist/llms.txt  This file shows an output, or claims that a run was verified.',
  ],
  [
    'a style sheet that writes text',
    { '_astro/a.1.css': '.prose::after{content:"FAKE"}' },
    'dist/_astro/a.1.css  This style sheet writes text into pages.',
  ],
  [
    'a style sheet that counts lines otherwise',
    { '_astro/a.1.css': '.n4{counter-increment:line 5}' },
    'dist/_astro/a.1.css  This style sheet writes text into pages.',
  ],
  [
    'a page with another policy than the headers',
    { '404.html': page('').replace(POLICY, "default-src 'self'") },
    'dist/404.html  The policy of this page is not that of _headers.',
  ],
  [
    'other prose than its article',
    { 'a.md': '# A\nIt prints 2.\n' },
    'dist/a.md  This Markdown is not the text of an article.',
  ],
  [
    'prose that does not begin a line',
    { 'a.md': `# A${ARTICLE}` },
    'dist/a.md  This Markdown is not the text of an article.',
  ],
])('a site fails the audit with %s', async (_, files, problem) => {
  expect(await titles(await site(files as Record<string, string>))).toContain(problem);
});

test.each([
  ['without a page', PAGES.slice(1)],
  ['with another title', PAGES.map(each => ({ ...each, title: 'Verified' }))],
  ['with a page of another site', [...PAGES, { path: 'https://evil.example/', title: 'A' }]],
  [
    'with a track that leads to another site',
    [...PAGES, { path: '/a.mdx/', title: 'A', to: 'https://evil.example/' }],
  ],
  ['that is no list', {}],
])('a site fails the audit with a list of pages %s', async (_, pages) => {
  expect(await titles(await site({ 'pages.json': JSON.stringify(pages) }))).toContain(
    'dist/pages.json  This list is not that of all pages.',
  );
});

const FENCE = '```text output=a/one stream=out\n1\n```\n';
const CODE = '```python code=a/one\nprint(1)\n```\n';
const EDITION = `${CODE}\nOutput (CPython 3.13.0, verified):\n\n${FENCE}`;

test.each([
  ['an output that no run printed', EDITION.replace('\n1\n', '\n2\n')],
  ['code that did not run', EDITION.replace('print(1)', 'print(2)')],
  ['a block that says nothing of its run', EDITION.replace(' output=a/one', '')],
  ['another range of lines', EDITION.replace('stream=out', 'stream=out lines=1-1')],
  ['a block more', `${EDITION}\n${FENCE}`],
  ['a block less', EDITION.replace(FENCE, '')],
  ['two blocks in the wrong order', `${FENCE}\nOutput (CPython 3.13.0, verified):\n\n${CODE}`],
  ['another version of CPython', EDITION.replace('3.13.0', '3.14.0')],
  ['a claim more', `${EDITION}\nVerified with CPython 3.13.0.\n`],
])('a Markdown edition fails the audit with %s', async (_, edition) => {
  const audited = async (text: string): Promise<readonly string[]> => {
    const articles = new Map([['content/a.mdx', { source: '<Example file="a/one.py" />\n', edition: text }]]);
    const found = await titles(await site({ 'a.md': `# A\n${text}` }), { ...PLAN, articles });
    return found.filter(title => title.startsWith('dist/a.md'));
  };
  expect(await audited(EDITION)).toEqual([]);
  expect(await audited(edition)).not.toEqual([]);
});

test('a site fails the audit if a Markdown edition, a page or a download is missing', async () => {
  const dist = await site();
  for (const file of ['a.md', '404.html', 'examples/a/one.py']) await rm(join(dist, file));
  expect((await titles(dist)).toSorted()).toEqual([
    'dist/404.html  This file of the site is missing.',
    'dist/a.md  This file of the site is missing.',
    'dist/examples/a/one.py  This file of the site is missing.',
  ]);
});

test('a site fails the audit if a style sheet that its pages load is missing', async () => {
  const head = '<link rel="stylesheet" href="/_astro/c.3.css">';
  expect(await titles(await site({ '404.html': page('', head), 'a/index.html': page('', head) }))).toContain(
    'dist/_astro/c.3.css  Pages load this file, and it is missing.',
  );
});

test('an article that holds a program is a problem whatever its page shows', async () => {
  const articles = new Map([['content/a.mdx', { source: `${HEAD_OF_A}{1 + 1}\n`, edition: ARTICLE }]]);
  expect(await titles(await site(), { ...PLAN, articles })).toEqual([
    'content/a.mdx  This article holds a program, so its page cannot be audited.',
  ]);
});

test.each([
  ['the text of its page', 'It prints 1. And ends.', []],
  ['another text', 'It prints 2. And ends.', ['The search shows a text that /a/ does not have.']],
])('a search index passes only with the text of its page: %s', async (_, content, expected) => {
  const prose = '<nav>Not this</nav><p>It prints 1</p><p>And ends</p><p data-pagefind-ignore>nor this</p>';
  const fragment = gzipSync(`pagefind_dcd${JSON.stringify({ url: '/a/', content })}`);
  const dist = await temporaryFolder({
    'a/index.html': page(`<article data-pagefind-body>${prose}</article>`),
    'pagefind/fragment/a.pf_fragment': fragment,
  });
  const { searched } = await auditSite(dist, PLAN);
  const problems = await auditSearch(dist, searched);
  expect(problems.map(({ title }) => title)).toEqual(expected);
});

test('a search index knows every page that it may find', async () => {
  expect((await auditSearch(await temporaryFolder(), new Map([['a/index.html', 'x']])))[0]?.title).toBe(
    'The search does not know this page.',
  );
});

test('a page that names other packages than the ledger, or has no lock or another one, is a problem', async () => {
  const example = PLAN.examples.get('a/one');
  if (example === undefined) throw new Error('The plan has no example');
  const packages = ['numpy 2.5.5'];
  const examples = new Map([['a/one', { ...example, packages, ownPackages: packages, lock: 'numpy\n' }]]);
  const plan = { ...PLAN, examples };
  const found = (await titles(await site(), plan)).join('\n');
  expect(found).toContain('dist/examples/a/one.requirements.txt  This file of the site is missing.');
  expect(found).toContain('dist/verified.json  This list is not what was verified.');
  expect(found).toContain('dist/examples/a/one/index.html  A figure of a/one is not as its plan has it.');
  expect(found).toContain('dist/examples/a/one/index.html  A facts of a/one is not as its plan has it.');
  const other = await titles(await site({ 'examples/a/one.requirements.txt': 'scipy\n' }), plan);
  expect(other).toContain(
    'dist/examples/a/one.requirements.txt  The file to download is not the one that ran.',
  );
});
