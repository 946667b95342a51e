import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditSite } from '../../../src/site/audit/audit-site.ts';
import { type AuditedSite, auditedSite, problemsInEdition } from '../../fixtures/audited-site.ts';
import { write } from '../../fixtures/page-mutations.ts';

const PAGE = 'advanced/good/index.html';
const OWN_PAGE = 'examples/basics/several/index.html';
const ARCHIVE = 'examples/basics/several.zip';
const LINE = 'button[data-copy^=curl]';

type Change = ($: CheerioAPI) => unknown;

/** Changes of a figure of several files that would show, fetch or run something else than what was verified. */
const FIGURE_MUTATIONS: readonly (readonly [name: string, change: Change])[] = [
  ['lacks the tab of a file', $ => removeTab($, 2)],
  ['lacks the text of a file', $ => $('[data-file="words.py"]').remove()],
  ['shows one more letter of a file', $ => $('[data-file="words.py"] code').append('<span>x</span>')],
  ['shows a file without its last line feed', $ => trimText($, '[data-file="data.txt"] code')],
  ['shows a text under the name of another file', $ => swapNames($)],
  ['names a file on its tab otherwise', $ => $('.files > label').eq(1).text('other.py')],
  ['shows another file first', $ => moveChecked($)],
  ['shows two tabs at a time', $ => $('.files > input').eq(1).attr('checked', '')],
  ['has a file that the run did not see', $ => addTab($)],
  ['says that more is not shown', $ => $('.files .version').eq(1).append('<p class="cut">9 more lines</p>')],
  ['hides a file', $ => $('[data-file="words.py"]').attr('hidden', '')],
  ['puts a file out of the figure', $ => $('.prose').first().prepend($('[data-file="words.py"]').clone())],
  ['gives a file to another example', $ => $('[data-file="words.py"]').attr('data-of', 'basics/greeting')],
  ['shows a file as the code that ran', $ => $('[data-file="words.py"]').attr('data-code', 'basics/several')],
  ['downloads one file of several', $ => link($).attr('href', '/examples/basics/several/main.py')],
  ['downloads the archive of another site', $ => link($).attr('href', 'https://evil.example/several.zip')],
  ['lacks the button of the line', $ => $(LINE).remove()],
  ['fetches in another way', $ => $(LINE).attr('data-copy', 'curl -k')],
  ['runs something else', $ => $(LINE).attr('data-after', '&& sh several.zip')],
  ['runs one more command', $ => $(LINE).attr('data-after', `${$(LINE).attr('data-after')} && rm -rf ~`)],
  [
    'runs another line of one file',
    $ => $('button[data-copy="uv run"]').first().attr('data-copy', 'sudo uv run'),
  ],
  ['gives arguments to one file', $ => $('button[data-copy="uv run"]').first().attr('data-after', '--x')],
];

const removeTab = ($: CheerioAPI, number: number): void => {
  for (const part of ['input', 'label', '.version'])
    $(`.files > ${part}`)
      .eq(number - 1)
      .remove();
};
const trimText = ($: CheerioAPI, selector: string): void => {
  const last = $(selector).children().last();
  last.text(last.text().replace(/\n$/, ''));
};
const swapNames = ($: CheerioAPI): void => {
  $('[data-file="words.py"]').attr('data-file', 'x');
  $('[data-file="data.txt"]').attr('data-file', 'words.py');
  $('[data-file="x"]').attr('data-file', 'data.txt');
};
const moveChecked = ($: CheerioAPI): void => {
  $('.files > input').first().removeAttr('checked');
  $('.files > input').eq(1).attr('checked', '');
};
const addTab = ($: CheerioAPI): void => {
  $('.files').append(
    '<input type="radio" name="several-file" id="several-file-9"><label for="several-file-9">sitecustomize.py</label>' +
      '<div class="version"><pre class="code" tabindex="0" role="region" aria-label="sitecustomize.py of several" ' +
      'data-file="sitecustomize.py" data-of="basics/several"><code translate="no"><span>1\n</span></code></pre></div>',
  );
};
const link = ($: CheerioAPI) => $('a[href$="several.zip"]').first();

/** Changes of the section *Run it yourself*. */
const PAGE_MUTATIONS: readonly (readonly [name: string, change: Change])[] = [
  ['lacks the line', $ => $('.fence').first().remove()],
  ['fetches from another host', $ => shownLine($, text => text.replace('verbatim.example', 'evil.example'))],
  ['fetches without the safety of HTTPS', $ => shownLine($, text => text.replace('https:', 'http:'))],
  ['runs one more command', $ => shownLine($, text => text.replace('\n', ' && rm -rf ~\n'))],
  ['has a line of two', $ => shownLine($, text => `${text}rm -rf ~\n`)],
  ['lacks the button that copies', $ => $('button[data-copy-text]').remove()],
  ['copies something else', $ => $('button[data-copy-text]').attr('data-copy', 'rm -rf ~;')],
  [
    'has the button on another command too',
    $ => $('.label').last().append($('button[data-copy-text]').clone()),
  ],
  ['names the line otherwise', $ => $('pre[data-fence=sh]').first().attr('aria-label', 'Anything')],
  ['has the commands in another order', $ => $('.fence').last().after($('.fence').first())],
];

const shownLine = ($: CheerioAPI, change: (text: string) => string): void => {
  const code = $('pre[data-fence=sh] code').first();
  code.text(change(code.text()));
};

type Files = Record<string, Uint8Array>;
const zip = (files: Files, more = {}): Uint8Array =>
  zipSync(files, { level: 9, mtime: new Date(1980, 0, 1), ...more });
const text = (content: string): Uint8Array => Buffer.from(content);
const NOT_THE_FILES = 'This archive does not hold the files that ran.';
const MORE = 'This archive holds more than the files that ran.';

/** What a site would let readers download instead, and what the audit calls it. */
const ARCHIVES: readonly (readonly [
  name: string,
  change: (files: Files, bytes: Uint8Array) => Uint8Array,
  title: string,
])[] = [
  ['another program', files => zip({ ...files, 'several/main.py': text('print(1)\n') }), NOT_THE_FILES],
  [
    'one more file',
    files => zip({ ...files, 'several/sitecustomize.py': text('print(1)\n') }),
    NOT_THE_FILES,
  ],
  ['a file above its folder', files => zip({ ...files, '../main.py': text('print(1)\n') }), NOT_THE_FILES],
  ['a file at the root of a disk', files => zip({ ...files, '/etc/x': text('') }), NOT_THE_FILES],
  ['a file less', ({ 'several/data.txt': _, ...files }) => zip(files), NOT_THE_FILES],
  ['a folder of its own name for one', files => zip({ ...files, 'several/words/': text('') }), NOT_THE_FILES],
  ['another folder', files => zip(renamed(files)), NOT_THE_FILES],
  ['a comment', files => zip(files, { comment: 'x' }), MORE],
  ['a program that may be executed', files => zip(files, { os: 3, attrs: 0o755 << 16 }), MORE],
  ['a link in place of a file', files => zip(files, { os: 3, attrs: 0o120777 << 16 }), MORE],
  ['another time', files => zip(files, { mtime: new Date(2026, 0, 1) }), MORE],
  [
    'a program in front of it',
    (_, bytes) => Buffer.concat([text('#!/bin/sh\nrm -rf ~\n'), bytes]),
    'This archive cannot be opened.',
  ],
  ['bytes behind it', (_, bytes) => Buffer.concat([bytes, Buffer.alloc(1)]), MORE],
  ['other names for programs that read it from its start', (_, bytes) => localName(bytes), MORE],
  ['no archive', () => text('PK'), 'This archive cannot be opened.'],
  ['nothing', () => text(''), 'This archive cannot be opened.'],
];

const renamed = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name.replace('several/', 'other/'), bytes]),
  );

/** Each file has its name twice: unzip reads one, what reads a stream the other. */
function localName(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  changed.write('several/evil.py', changed.indexOf('several/main.py'));
  return changed;
}

describe('the audit of a sample of several files', () => {
  let site: AuditedSite;
  beforeAll(async () => {
    site = await auditedSite('tests/fixtures/site');
  });
  afterAll(() => site.remove());

  const refuses = async (page: string, change: Change): Promise<void> => {
    const $ = load(await site.page(page));
    const before = write($);
    expect(site.problemsIn(page, before)).toEqual([]);
    change($);
    expect(write($)).not.toBe(before);
    expect(site.problemsIn(page, write($))).not.toEqual([]);
  };

  test.for(FIGURE_MUTATIONS)('refuses a figure that %s', ([, change]) => refuses(PAGE, change));
  test.for(PAGE_MUTATIONS)('refuses a page of the sample that %s', ([, change]) => refuses(OWN_PAGE, change));

  test.for(ARCHIVES)('refuses an archive with %s', async ([, change, title]) => {
    const path = join(site.dist, ARCHIVE);
    const bytes = await readFile(path);
    await writeFile(path, change(unzipSync(bytes), bytes));
    const problems = await problemsOf(site);
    await writeFile(path, bytes);
    expect(problems).toEqual([`dist/${ARCHIVE}: ${title}`]);
  });

  test('refuses a site without the archive, and one with an archive more', async () => {
    const path = join(site.dist, ARCHIVE);
    const bytes = await readFile(path);
    const other = 'examples/basics/greeting.zip';
    await rm(path);
    await writeFile(join(site.dist, other), bytes);
    const problems = await problemsOf(site);
    await writeFile(path, bytes);
    await rm(join(site.dist, other));
    expect(problems).toEqual([
      `dist/${ARCHIVE}: This file of the site is missing.`,
      `dist/${other}: The plan of this site has no such file.`,
    ]);
  });

  test.for([
    ['another text of a file', 'return text.upper()', 'return text.lower()'],
    ['a file of another name', 'file=words.py of=', 'file=other.py of='],
    ['a file of another example', 'of=basics/several', 'of=basics/greeting'],
    ['another archive', 'All files: [several.zip]', 'All files: [other.zip]'],
    ['a file that is said not to be shown', 'All files:', 'Not shown, x: An empty file.\n\nAll files:'],
  ] as const)('refuses a Markdown edition with %s', async ([, found, other]) => {
    expect(await problemsInEdition(site, 'advanced/good.md', found, other)).not.toEqual([]);
  });
});

/** What is wrong with a site, except that its search index was written after the audit. */
async function problemsOf({ dist, plan }: AuditedSite): Promise<readonly string[]> {
  const { problems } = await auditSite(dist, plan);
  return problems
    .filter(({ file }) => !file.startsWith('dist/pagefind/'))
    .map(({ file, title }) => `${file}: ${title}`);
}
