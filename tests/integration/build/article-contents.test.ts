import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';
import { addWholeArticle } from '../../fixtures/whole-article.ts';

describe('an article that holds everything that it may hold', () => {
  let site: SiteCopy;
  let built: Awaited<ReturnType<SiteCopy['run']>>;
  beforeAll(async () => {
    site = await copySite('tests/fixtures/site');
    await addWholeArticle(site.root);
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
