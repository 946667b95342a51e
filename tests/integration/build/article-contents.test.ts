import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';

const HEAD = `---
title: "A title: # & \\"quotes\\" </title><script>alert(1)</script>"
subtitle: "[A subtitle](javascript:alert(1))"
summary: "# A summary <img src=x onerror=alert(1)> with \`code\` and *stars*."
level: Beginner
order: 9
updated: 2026-11-22
---
`;

/** Everything that an article may hold. */
const BODY = `
{/* A comment. */}

Text with *emphasis*, **bold**, ~~struck~~, \`code\`, [a link](/advanced/good/ "its title"), [another][there],
<https://example.org/>{' '}and 3 numbers: {3}, {"text"} and {'more'}; a note[^1]; H<sub>2</sub>O, x<sup>2</sup>,
<kbd>Ctrl</kbd>, <mark>marked</mark>, <abbr title="HyperText Markup Language">HTML</abbr>, <cite>a book</cite>,
<a href="mailto:ada@example.org" title="by mail">mail</a>, <i lang="fr">mot</i>, <q>so</q>, <time datetime="2026">
now</time>, one<br />two, <small>small</small>, <Badge text="new" />, and it costs $5 and $6.

[there]: https://docs.python.org/3/
[drawing]: ./drawing.svg

[^1]: Its text.

## Pictures

![A drawing](./drawing.svg) and ![the same][drawing] and <img src="/icon.svg" alt="An icon" width="16" height={16} />

## Blocks

> A quotation.

1. one
2. two

- [x] done

| a | b |
| --- | :-: |
| 1 | <Value file="basics/greeting.py" match="Hello, (\\w+)">Ada</Value> |
| 2 | <Value file="basics/countdown.py" match="^(\\d)" as="words">five</Value>, \
<Value file="basics/countdown.py" match="^(\\d)" about={0.5}>4.5</Value> |
| 3 | line <Value file="basics/raises.py" line="raise ">6</Value> |
| 4 | <Ratio of="basics/countdown.py" to="basics/countdown.py" match="^(\\d)" toMatch="5\\n4\\n3\\n(\\d)" \
as="words" about={0.5}>two</Ratio> |
| 5 | about <Literal>5 steps</Literal>, and <Literal>\`6\`</Literal>. |

---

<details open>
<summary>More</summary>

Text.

<Example file="basics/greeting.py" output={false} />

</details>

<dl>
<dt>Word</dt>
<dd>Its meaning.</dd>
</dl>

<table>
<caption>Two</caption>
<thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>
<tbody><tr><td colspan="2">1</td></tr></tbody>
</table>

<ol start="3" reversed>
<li>three</li>
<li>two</li>
</ol>

<Note title="A title">

A remark.

</Note>

\`\`\`sh
ls
\`\`\`
`.replace('<https://example.org/>', 'https://example.org/');

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
  <title>Nine</title>
  <defs><linearGradient id="a"><stop offset="0" /></linearGradient></defs>
  <rect width="9" height="9" fill="url(#a)" /><use href="#a" />
</svg>
`;

describe('an article that holds everything that it may hold', () => {
  let site: SiteCopy;
  let built: Awaited<ReturnType<SiteCopy['run']>>;
  beforeAll(async () => {
    site = await copySite('tests/fixtures/site');
    const write = async (path: string, text: string): Promise<void> => {
      await mkdir(join(site.root, path, '..'), { recursive: true });
      await writeFile(join(site.root, path), text);
    };
    await write('content/advanced/all.mdx', `${HEAD}${BODY}`);
    await write('content/advanced/drawing.svg', DRAWING);
    await write('src/public/icon.svg', DRAWING);
    // A component of the site itself: one file and one line.
    await write(
      'src/components/own/Badge.astro',
      '---\nconst { text } = Astro.props;\n---\n\n<strong class="badge">{text}</strong>\n',
    );
    const registry = 'src/site/tags/own-components.ts';
    const source = await readFile(join(site.root, registry), 'utf8');
    await write(
      registry,
      source
        .replace('import type { z }', 'import { z }')
        .replace(
          'OWN_COMPONENTS = {}',
          'OWN_COMPONENTS = { Badge: z.strictObject({ text: z.string().min(1) }) }',
        ),
    );
    const allowed = 'src/site/audit/page/allowed-elements.ts';
    const elements = await readFile(join(site.root, allowed), 'utf8');
    await write(allowed, elements.replace('OWN: Elements = {}', "OWN: Elements = { strong: '.badge' }"));
    const check = 'src/site/claims/number-problems.ts';
    const numbers = await readFile(join(site.root, check), 'utf8');
    await write(check, numbers.replace(/CHECKS_NUMBERS = \w+/, 'CHECKS_NUMBERS = true'));
    built = await site.run('build');
  });
  afterAll(() => site.remove());

  test('is built, and nothing of it is lost', async () => {
    expect([built.exitCode, built.text]).toEqual([0, expect.stringContaining('Read back')]);
    const $ = load(await readFile(join(site.dist, 'advanced/all/index.html'), 'utf8'));
    const prose = $('.prose');
    for (const element of [
      'em',
      'del',
      'sub',
      'sup',
      'kbd',
      'mark',
      'cite',
      'q',
      'time',
      'br',
      'small',
      'hr',
      'dl',
    ])
      expect([element, prose.find(element).length > 0]).toEqual([element, true]);
    expect(prose.find('strong.badge').text()).toBe('new');
    expect(prose.find('abbr').attr('title')).toBe('HyperText Markup Language');
    expect(prose.find('i').attr('lang')).toBe('fr');
    expect(prose.find('a[href^="mailto:"]').attr('title')).toBe('by mail');
    expect(prose.find('ol[start="3"][reversed] li').length).toBe(2);
    expect(prose.find('td[colspan="2"], th[scope="col"]').length).toBe(3);
    expect(prose.find('details[open] > summary').text()).toBe('More');
    // Inline styles would be refused by the policy of the page.
    expect(prose.find('th.center, td.center').length).toBe(6);
    expect($('[style]').length).toBe(0);
    expect(prose.find('img[alt="An icon"]').attr()).toMatchObject({
      src: '/icon.svg',
      width: '16',
      height: '16',
    });
    const drawings = prose.find('img[alt="A drawing"], img[alt="the same"]');
    expect(drawings.map((_, each) => /^\/_astro\/.*\.svg$/.test($(each).attr('src') ?? '')).get()).toEqual([
      true,
      true,
    ]);
    expect(prose.text()).toContain('it costs $5 and $6.');
    const cells = prose.find('tbody tr > td:nth-child(2)').map((_, cell) => $(cell).text());
    expect(cells.get().slice(0, 5)).toEqual(['Ada', 'five, 4.5', 'line 6', 'two', 'about 5 steps, and 6.']);
    expect(
      prose
        .find('[data-value]')
        .get()
        .map(each => $(each).attr()),
    ).toEqual([
      { 'data-value': 'basics/greeting', 'data-match': 'Hello, (\\w+)' },
      { 'data-value': 'basics/countdown', 'data-match': '^(\\d)', 'data-as': 'words' },
      { 'data-value': 'basics/countdown', 'data-match': '^(\\d)', 'data-about': '0.5' },
      { 'data-value': 'basics/raises', 'data-line': 'raise ' },
      {
        'data-value': 'basics/countdown',
        'data-to': 'basics/countdown',
        'data-match': '^(\\d)',
        'data-to-match': '5\\n4\\n3\\n(\\d)',
        'data-as': 'words',
        'data-about': '0.5',
      },
    ]);
  });

  test('brings no script, handler or link of its texts into any file', async () => {
    const page = await readFile(join(site.dist, 'advanced/all/index.html'), 'utf8');
    const $ = load(page);
    expect($('h1').text()).toBe('A title: # & "quotes" </title><script>alert(1)</script>');
    expect($('script:not([src]):not([type])').length).toBe(1);
    expect($('[onerror], [href^="javascript:"], [src="x"]').length).toBe(0);
    for (const file of ['advanced/all.md', 'llms.txt']) {
      const text = await readFile(join(site.dist, file), 'utf8');
      expect([file, text.match(/(?<!\\)<(?:script|img)|(?<!\\)\]\(javascript:|^# A summary/m)]).toEqual([
        file,
        null,
      ]);
    }
    expect(await readFile(join(site.dist, 'advanced/all.md'), 'utf8')).toContain(
      [
        ...['| a | b |', '| - | :-: |', '| 1 | Ada |', '| 2 | five, 4.5 |', '| 3 | line 6 |', '| 4 | two |'],
        '| 5 | about 5 steps, and `6`. |\n',
      ].join('\n'),
    );
  });
});
