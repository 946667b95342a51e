import { expect, test } from 'vitest';
import { wrongRedirects } from '../../../../../src/site/audit/life/audit-redirects.ts';
import { leakedDrafts } from '../../../../../src/site/audit/life/leaked-drafts.ts';
import {
  oldAddressProblems,
  oldEditionProblems,
} from '../../../../../src/site/audit/life/old-address-problems.ts';
import { ownIdProblems } from '../../../../../src/site/audit/life/own-ids.ts';
import { publishedPlan } from '../../../../../src/site/audit/life/published-plan.ts';
import type { AuditedExample, AuditPlan } from '../../../../../src/site/audit/plan/audit-plan.ts';
import { plannedFiles } from '../../../../../src/site/audit/plan/site-files.ts';
import { recordAttack } from '../../../../fixtures/attacks.ts';
import { temporaryFolder } from '../../../../fixtures/temporary.ts';

const article = (source: string) => ({ source, edition: '' });
const example = (id: string): [string, AuditedExample] => {
  const file = `examples/${id}.py`;
  const texts = { id, file, download: file, title: id, verdict: 'verified', reason: '', source: '' } as const;
  const lists = {
    packages: [],
    ownPackages: [],
    recordings: [],
    variants: [],
    steps: [],
    promises: [],
    promiseIn: {},
  };
  return [id, { ...texts, ...lists, exit: 0, network: false }];
};
const PLAN: AuditPlan = {
  articles: new Map([
    [
      'content/a/now.mdx',
      article('---\naliases: [/a/old/]\ntags: [x]\n---\n\n## B {#c}\n\n<Example file="t/shown.py" />\n'),
    ],
    [
      'content/a/later.mdx',
      article(
        '---\ndraft: true\ntags: [y]\naliases: [/a/z/]\n---\n\n<Example file="t/kept.py" />\n<Example file="t/shown.py" />\n',
      ),
    ],
  ]),
  examples: new Map([example('t/shown'), example('t/kept')]),
  drawn: { pictures: new Map(), graphs: new Map() },
  publicFiles: [],
  home: {},
  language: 'en',
  tracks: ['a'],
  glossary: '',
  recorded: [],
  base: '/project',
  origin: 'https://name.example',
  languages: ['en'],
};

test('of a draft, a plan has no page, no edition, no card, no example, no tag and no old address', () => {
  const files = [...plannedFiles(publishedPlan(PLAN)).keys()];
  expect(files.filter(file => /later|kept|\/y\/|a\/z/.test(file))).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining([
      ...['a/now/index.html', 'a/now.md', 'a/old/index.html', 'a/old.md', '_redirects'],
      ...['tags/index.html', 'tags/x/index.html', 'examples/t/shown/index.html'],
    ]),
  );
});

test('a file that names a draft is a leak, and one that names an article of a longer name is none', async () => {
  const dist = await temporaryFolder({
    'index.html': '<a href="/project/a/later/">',
    'llms.txt': '(https://name.example/project/a/later.md)',
    'rss.xml': '<link>https://name.example/project/a/later-on/</link>',
    'a/now.md': '/a/later/',
  });
  const leaks = await leakedDrafts(dist, PLAN);
  expect(leaks.map(({ file, title }) => [file, title])).toEqual([
    ['index.html', 'This file names a draft: a/later.'],
    ['llms.txt', 'This file names a draft: a/later.'],
  ]);
  expect(await leakedDrafts(dist, publishedPlan(PLAN))).toEqual([]);
});

const OLD =
  '<html><head><meta name="robots" content="noindex"><link rel="canonical" href="https://name.example/project/a/now/">' +
  '<meta http-equiv="refresh" content="0; url=/project/a/now/"></head><body><a href="/project/">V</a>' +
  '<main><p><a href="/project/a/now/" data-moved>Now</a></p></main></body></html>';

test('the page of an old address leads where its article is', () => {
  expect(oldAddressProblems('a/old/index.html', OLD, PLAN)).toEqual([]);
});

test.for([
  ['another target', '0; url=/project/a/now/', '0; url=https://evil.example/'],
  ['a target outside of the path', '0; url=/project/a/now/', '0; url=/a/now/'],
  ['a delay', '0; url=', '9; url='],
  ['no refresh', '<meta http-equiv="refresh" content="0; url=/project/a/now/">', ''],
  ['a second refresh', '</head>', '<meta http-equiv="Refresh" content="0; url=/x/"></head>'],
  ['another canonical address', 'a/now/">\n'.trim(), 'a/other/">'],
  ['no canonical address', 'rel="canonical"', 'rel="icon"'],
  ['an index', 'content="noindex"', 'content="index"'],
  ['another link', '<a href="/project/a/now/" data-moved>', '<a href="/project/a/other/" data-moved>'],
  ['a second link', '</main>', '<a href="https://evil.example/">here</a></main>'],
  ['a link without a text', '>Now<', '><'],
  ['a base', '<main>', '<main><a href="/project/a/now/">Again</a>'],
] as const)('the page of an old address with %s is refused', ([name, from, to], { task }) => {
  const html = OLD.replace(from, to);
  expect(html).not.toBe(OLD);
  const [problem] = oldAddressProblems('a/old/index.html', html, PLAN);
  expect(problem?.title).toBe('This page does not lead where its article has moved.');
  recordAttack(task, { against: 'page', tried: `old address: ${name}`, refused: problem?.title ?? '' });
});

test.for(['a/now/index.html', 'index.html', 'a/old/deeper/index.html'])(
  '%s leads nowhere by itself',
  page => {
    expect(oldAddressProblems(page, OLD, PLAN)).toMatchObject([{ title: 'This page leads away by itself.' }]);
    expect(oldAddressProblems(page, '<p>A page</p>', PLAN)).toEqual([]);
  },
);

test('the Markdown at an old address is one line with a link to the new one', () => {
  const text = 'This page has moved: [Now](https://name.example/project/a/now.md)\n';
  expect(oldEditionProblems('a/old.md', text, PLAN)).toEqual([]);
  for (const other of [`${text}More.\n`, text.replace('now', 'old'), text.replace('name', 'evil'), ''])
    expect(oldEditionProblems('a/old.md', other, PLAN)).toHaveLength(1);
  expect(oldEditionProblems('a/now.md', text, PLAN)).toBeUndefined();
});

test('redirects are those that articles ask for, behind those of the site itself', async () => {
  const own = '/x /y 302\n';
  const ours = '/project/a/old/ /project/a/now/ 301\n/project/a/old.md /project/a/now.md 301\n';
  const problemsWith = async (text: string, publicFiles: readonly string[] = []): Promise<number> =>
    wrongRedirects(await temporaryFolder({ _redirects: text }), { ...publishedPlan(PLAN), publicFiles })
      .length;
  expect(await problemsWith(ours)).toBe(0);
  expect(await problemsWith(own + ours, ['_redirects'])).toBe(0);
  for (const other of [
    own + ours,
    ours.replace('now/', 'old/'),
    `${ours}/a /b 301\n`,
    ours.split('\n')[0] ?? '',
  ])
    expect(await problemsWith(other)).toBe(1);
});

test('a heading keeps the id that its author gave it', () => {
  expect(ownIdProblems('a/now/index.html', '<h2 id="c">B</h2>', PLAN)).toEqual([]);
  for (const html of ['<h2 id="b">B</h2>', '<h3 id="c">B</h3>', '<p id="c">B</p>'])
    expect(ownIdProblems('a/now/index.html', html, PLAN)).toHaveLength(1);
});
