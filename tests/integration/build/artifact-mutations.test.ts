import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type AuditedSite,
  auditedSite,
  problemsInEdition,
  survivorsOf,
} from '../../fixtures/audited-site.ts';
import { write } from '../../fixtures/page-mutations.ts';
import type { Problem } from '../../../src/core/problems/problem.ts';
import { auditSite } from '../../../src/site/audit/audit-site.ts';

const PAGE = 'advanced/artifacts/index.html';
const of = (name: string): string => `.artifact[data-name="${name}"]`;
const ROWS = `${of('rows.csv')} tbody tr`;

/** Changes of a page that would show something else than what a run left. */
const PAGE_MUTATIONS: readonly (readonly [name: string, change: ($: CheerioAPI) => unknown])[] = [
  ['has another alt', $ => $('.paper img').first().attr('alt', 'A square')],
  ['has no alt', $ => $('.paper img').first().removeAttr('alt')],
  ['shows another picture', $ => $('.paper img').first().attr('src', '/examples/drawn/shapes/dots.png')],
  [
    'shows the picture of the variant',
    $ => $('.paper img').first().attr('src', '/examples/drawn/shapes.with-a-square/plot.svg'),
  ],
  ['shows a picture of another site', $ => $('.paper img').first().attr('src', 'https://evil.example/a.png')],
  ['shows a picture that is data', $ => $('.paper img').first().attr('src', 'data:image/png;base64,AAAA')],
  ['has another width', $ => $('.paper img').first().attr('width', '240')],
  ['has no height', $ => $('.paper img').first().removeAttr('height')],
  ['loads another picture on wide screens', $ => $('.paper img').first().attr('srcset', '/favicon.svg 2x')],
  [
    'swaps two pictures',
    $ => {
      const [a, b] = [$('.paper img').eq(0), $('.paper img').eq(1)];
      const [first, second] = [a.clone(), b.clone()];
      a.replaceWith(second);
      b.replaceWith(first);
    },
  ],
  [
    'swaps two panels',
    $ =>
      $(of('plot.svg'))
        .first()
        .insertAfter($(of('dots.png')).first()),
  ],
  ['lacks a panel', $ => $(of('dots.png')).first().remove()],
  [
    'has a panel twice',
    $ =>
      $(of('dots.png'))
        .first()
        .after($(of('dots.png')).first().clone()),
  ],
  ['has a picture beside its panels', $ => $('figure').first().append('<img src="/favicon.svg" alt="">')],
  [
    'has a picture in an output',
    $ => $('.panel.out pre samp').first().append('<img src="/favicon.svg" alt="">'),
  ],
  [
    'draws a picture itself',
    $ => $('.paper').first().append('<svg viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'),
  ],
  [
    'shows the artifact of the variant on the first tab',
    $ => $('.variant').first().append($('.variant').eq(1).find('.artifact').first().clone()),
  ],
  [
    'calls a picture a table',
    $ =>
      $(`${of('plot.svg')} .label span`)
        .first()
        .text('Table'),
  ],
  [
    'names another file',
    $ =>
      $(`${of('plot.svg')} .of`)
        .first()
        .text('plan.svg'),
  ],
  ['says that another example left it', $ => $(of('plot.svg')).first().attr('data-artifact', 'drawn/silent')],
  ['says that one version left it', $ => $(of('plot.svg')).first().attr('data-python', '3.14')],
  [
    'downloads another file',
    $ =>
      $(`${of('plot.svg')} .get`)
        .first()
        .attr('href', '/examples/drawn/shapes/dots.png'),
  ],
  [
    'downloads a file of another site',
    $ =>
      $(`${of('plot.svg')} .get`)
        .first()
        .attr('href', 'https://evil.example/a.svg'),
  ],
  [
    'saves a file under another name',
    $ =>
      $(`${of('plot.svg')} .get`)
        .first()
        .attr('download', 'plot.html'),
  ],
  [
    'lacks a download',
    $ =>
      $(`${of('plot.svg')} .get`)
        .first()
        .remove(),
  ],
  [
    'links a copy to itself',
    $ =>
      $(`${of('wide.png')} .paper a`)
        .first()
        .attr('href', '/examples/drawn/shapes/wide.1600.webp'),
  ],
  [
    'does not link a copy',
    $ =>
      $(`${of('wide.png')} .paper a`)
        .first()
        .replaceWith(
          $(`${of('wide.png')} img`)
            .first()
            .clone(),
        ),
  ],
  [
    'shows the whole picture in place of its copy',
    $ =>
      $(`${of('wide.png')} img`)
        .first()
        .attr('src', '/examples/drawn/shapes/wide.png'),
  ],
  ['has another cell', $ => $(`${ROWS} td`).eq(1).text('2')],
  ['has an empty cell', $ => $(`${ROWS} td`).eq(1).text('')],
  ['has a cell with markup', $ => $(`${ROWS} td`).eq(1).html('<b>1</b>')],
  ['has a comment in a cell', $ => $(`${ROWS} td`).eq(1).append('<!-- 2 -->')],
  ['swaps two rows', $ => $(ROWS).eq(0).insertAfter($(ROWS).eq(1))],
  [
    'swaps two cells',
    $ =>
      $(`${ROWS} td`)
        .eq(2)
        .insertAfter($(`${ROWS} td`).eq(3)),
  ],
  [
    'moves a cell to the next row',
    $ =>
      $(ROWS)
        .eq(1)
        .prepend($(`${ROWS} td`).eq(1)),
  ],
  ['lacks a row', $ => $(ROWS).eq(7).remove()],
  [
    'has another row',
    $ => $(ROWS).eq(7).after('<tr><td class="number">8</td><td class="number">8</td></tr>'),
  ],
  [
    'lacks the head',
    $ =>
      $(`${of('rows.csv')} thead`)
        .first()
        .remove(),
  ],
  [
    'has the head as a row',
    $ =>
      $(`${of('rows.csv')} tbody`)
        .first()
        .prepend($(`${of('rows.csv')} thead tr`).first()),
  ],
  [
    'swaps two heads',
    $ =>
      $(`${of('rows.csv')} th`)
        .eq(0)
        .insertAfter($(`${of('rows.csv')} th`).eq(1)),
  ],
  [
    'gives a head no scope',
    $ =>
      $(`${of('rows.csv')} th`)
        .first()
        .removeAttr('scope'),
  ],
  ['joins two cells', $ => $(`${ROWS} td`).first().attr('colspan', '2')],
  [
    'has another caption',
    $ =>
      $(`${of('rows.csv')} caption`)
        .first()
        .text('Cubes'),
  ],
  [
    'lacks a caption',
    $ =>
      $(`${of('rows.csv')} caption`)
        .first()
        .remove(),
  ],
  [
    'has a foot',
    $ =>
      $(`${of('rows.csv')} tbody`)
        .first()
        .after('<tfoot><tr><td>Sum</td></tr></tfoot>'),
  ],
  [
    'has a second body',
    $ =>
      $(`${of('rows.csv')} tbody`)
        .first()
        .after('<tbody><tr><td>1</td></tr></tbody>'),
  ],
  ['sets numbers as text', $ => $(`${ROWS} td`).first().removeAttr('class')],
  [
    'counts other rows',
    $ =>
      $(`${of('rows.csv')} .cut`)
        .first()
        .contents()
        .first()
        .replaceWith('9 more rows: '),
  ],
  [
    'does not say that rows are left out',
    $ =>
      $(`${of('rows.csv')} .cut`)
        .first()
        .remove(),
  ],
  [
    'has another text',
    $ =>
      $(`${of('notes.md')} pre code`)
        .first()
        .text('# A *square*\n'),
  ],
  [
    'has one more line feed',
    $ =>
      $(`${of('notes.md')} pre code`)
        .first()
        .text('# A *circle*\n\n'),
  ],
  [
    'describes a text otherwise',
    $ =>
      $(`${of('notes.txt')} .about`)
        .first()
        .text('Another note'),
  ],
  [
    'shows an artifact that was not chosen',
    $ =>
      $('figure')
        .eq(3)
        .find('.verdict')
        .before($(of('cities.csv')).first().clone()),
  ],
  [
    'shows a text as an output',
    $ =>
      $(`${of('notes.md')} pre`)
        .first()
        .attr('data-output', 'drawn/shapes'),
  ],
];

/** Changes of files. */
const FILE_MUTATIONS: readonly (readonly [
  name: string,
  file: string,
  change: (bytes: Buffer) => Promise<Buffer> | Buffer,
])[] = [
  ['one byte of a drawing', 'plot.svg', bytes => Buffer.from(bytes.toString().replace('30', '31'))],
  ['one pixel of a picture', 'dots.png', bytes => onePixel(bytes)],
  ['the same pixels in other bytes', 'dots.png', bytes => sharp(bytes).png().toBuffer()],
  ['another cell of a table', 'rows.csv', bytes => Buffer.from(bytes.toString().replace('1,1', '1,2'))],
  [
    'line feeds for carriage returns',
    'rows.csv',
    bytes => Buffer.from(bytes.toString().replaceAll('\r', '')),
  ],
  ['one more line of a text', 'notes.txt', bytes => Buffer.concat([bytes, Buffer.from('\n')])],
  [
    'a script in a drawing',
    'plot.svg',
    bytes => Buffer.from(bytes.toString().replace('</svg>', '<script/></svg>')),
  ],
  ['nothing', 'facts.json', () => Buffer.alloc(0)],
  ['one pixel of a copy', 'wide.1600.webp', bytes => onePixel(bytes)],
  ['another picture as a copy', 'wide.1600.webp', bytes => sharp(bytes).negate().webp().toBuffer()],
];

async function onePixel(bytes: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  data[0] = (data[0] ?? 0) ^ 8;
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } })
    .toFormat(bytes[0] === 0x89 ? 'png' : 'webp', { lossless: true })
    .toBuffer();
}

/** What is wrong with a site, except that its search index was written after the audit. */
async function problemsOf({ dist, plan }: AuditedSite): Promise<readonly Problem[]> {
  const { problems } = await auditSite(dist, plan);
  return problems.filter(({ file }) => !file.startsWith('dist/pagefind/'));
}

describe('the audit of a site with files that runs left', () => {
  let site: AuditedSite;
  beforeAll(async () => {
    site = await auditedSite('tests/fixtures/artifacts');
  });
  afterAll(() => site.remove());

  test('accepts the page of an example with a table and a picture, and no mutation of it', async () => {
    const path = 'examples/drawn/silent/index.html';
    // Most are of texts of tokens, which are all compared in one way.
    expect(await survivorsOf(site, path, PAGE, [/^changes the text/, 4])).toEqual([]);
  });

  test.for(PAGE_MUTATIONS)('refuses a page that %s', async ([, change]) => {
    const $ = load(await site.page(PAGE));
    const before = write($);
    expect(site.problemsIn(PAGE, before)).toEqual([]);
    change($);
    expect(write($)).not.toBe(before);
    expect(site.problemsIn(PAGE, write($))).not.toEqual([]);
  });

  test.for(FILE_MUTATIONS)('refuses %s', async ([, name, change]) => {
    const path = join(site.dist, 'examples/drawn/shapes', name);
    const bytes = await readFile(path);
    await writeFile(path, await change(bytes));
    const problems = await problemsOf(site);
    await writeFile(path, bytes);
    expect(problems.map(({ file }) => file)).toEqual([`dist/examples/drawn/shapes/${name}`]);
  });

  test('refuses a site that lacks such a file, and one with a file that no run left', async () => {
    const [missing, strange] = ['plot.svg', 'plan.svg'].map(name =>
      join(site.dist, 'examples/drawn/shapes', name),
    );
    const bytes = await readFile(missing ?? '');
    await rm(missing ?? '');
    await writeFile(strange ?? '', bytes);
    const problems = await problemsOf(site);
    await rm(strange ?? '');
    await writeFile(missing ?? '', bytes);
    expect(problems.map(({ file, title }) => `${file}: ${title}`)).toEqual([
      'dist/examples/drawn/shapes/plot.svg: This file of the site is missing.',
      'dist/examples/drawn/shapes/plan.svg: The plan of this site has no such file.',
    ]);
    expect(await problemsOf(site)).toEqual([]);
  });

  test.for([
    ['the alt of a picture', '![Four dots]', '![Five dots]'],
    [
      'the address of a picture',
      '](https://verbatim.example/examples/drawn/shapes/dots.png)\n',
      '](https://evil.example/dots.png)\n',
    ],
    [
      'the address of a download',
      '[`dots.png`](https://verbatim.example/',
      '[`dots.png`](https://evil.example/',
    ],
    ['a cell', '| 7 | 49 |', '| 7 | 48 |'],
    ['a row', '| 7 | 49 |\n', ''],
    ['the head of a table', '| Number | Square |', '| Number | Cube |'],
    ['how much is left out', 'without 10 more rows', 'without 9 more rows'],
    ['a text', '# A *circle*', '# A *square*'],
    ['the name of a text', 'name=notes.md', 'name=notes.txt'],
    [
      'who verified it',
      'Picture [`dots.png`](https://verbatim.example/examples/drawn/shapes/dots.png) (CPython ',
      'Picture [`dots.png`](https://verbatim.example/examples/drawn/shapes/dots.png) (CPython 9.',
    ],
    [
      'one picture more',
      '![Four dots]',
      '![](https://verbatim.example/examples/drawn/shapes/plot.svg) ![Four dots]',
    ],
  ] as const)('refuses a Markdown edition with another text for %s', async ([, found, other]) => {
    expect(await problemsInEdition(site, 'advanced/artifacts.md', found, other)).not.toEqual([]);
  });

  test('names each file with its digest in the list of what was verified', async () => {
    const { examples, counts } = JSON.parse(await site.page('verified.json')) as {
      counts: { artifacts: number };
      examples: readonly { recordings: readonly { artifacts: readonly Record<string, string>[] }[] }[];
    };
    expect(counts.artifacts).toBe(18);
    expect(examples[1]?.recordings[0]?.artifacts).toEqual([
      {
        name: 'cities.csv',
        alt: 'Three cities, and how warm they are',
        file: '/examples/drawn/silent/cities.csv',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
      expect.objectContaining({ name: 'sun.svg', alt: 'A yellow disk' }),
    ]);
    const text = (await site.page('verified/index.html')).replaceAll(/<[^>]+>/g, ' ');
    expect(text).toMatch(/Files\s+18 of 18\s/);
  });
});
