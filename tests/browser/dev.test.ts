import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/cli/system-programs.ts';
import { type DevServer, startDevServer } from '../../scripts/bench/dev-server.ts';
import { writeMistakes } from '../fixtures/many-mistakes.ts';
import { copySite, type SiteCopy } from '../fixtures/site-copy.ts';
import { sideways } from './browse.ts';

const PAGE = '/advanced/good/';
const RAPID = 'examples/basics/rapid.py';

/** One server and one open page: each test leaves the site as it found it. */
describe('the dev server', () => {
  let site: SiteCopy;
  let server: DevServer;
  let browser: Browser;
  let page: Page;
  let consoleErrors: string[];
  const at = (file: string): string => join(site.root, file);
  const example = (name: string): string => `examples/basics/${name}`;
  const edit = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(at(file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    await writeFile(at(file), text.replace(from, to));
  };
  const figure = (name: string) => page.locator(`figure.example#${name}`);
  const until = (check: () => Promise<unknown>): Promise<void> =>
    expect
      .poll(
        async () => {
          await check();
          return 'as expected';
        },
        { timeout: 20_000, interval: 30 },
      )
      .toBe('as expected');
  /** Waits until a figure says something, in whatever state. */
  const says = (name: string, text: string): Promise<void> =>
    figure(name).filter({ hasText: text }).waitFor({ timeout: 20_000 });
  const isVerified = (): Promise<void> =>
    until(async () =>
      expect(await page.locator('.dev-status, .dev-problem, .dev-panel').allInnerTexts()).toEqual([]),
    );

  beforeAll(async () => {
    site = await copySite('tests/fixtures/site');
    await writeFile(at(RAPID), 'print("nobody looks at it")\n');
    await writeFile(at('examples/basics/unseen.py'), 'print("nobody looks at it")\n');
    server = await startDevServer(site.root, 4650);
    browser = await launchChromium();
    page = await (await browser.newContext({ viewport: { width: 1000, height: 500 } })).newPage();
    consoleErrors = [];
    page.on(
      'console',
      message => ['error', 'warning'].includes(message.type()) && consoleErrors.push(message.text()),
    );
    page.on('pageerror', error => consoleErrors.push(String(error)));
    await page.goto(`${server.origin}${PAGE}`);
    await figure('greeting-greet').waitFor();
    await page.evaluate(() => Object.assign(window, { first: true }));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await site?.remove();
  });

  test('shows a verified example as a build shows it', async () => {
    await isVerified();
    expect(await figure('greeting-greet').locator('pre[data-output]').innerText()).toContain('Hello, Ada');
    expect(await figure('greeting-greet').locator('.checked').innerText()).toMatch(
      /^Verified with CPython 3\./,
    );
  });

  test('copies a file when its copy button is clicked, and not for another button beside it', async () => {
    const bar = figure('greeting-greet').locator('.at-head');
    const copied: string[] = [];
    page.on('request', request => request.url().endsWith('/greeting.py') && copied.push(request.url()));
    // At once: what the server sends next removes what does not belong to the page.
    const other = await bar.evaluate(async element => {
      const button = element.appendChild(document.createElement('button'));
      button.click();
      const copy = element.querySelector<HTMLElement>('[data-copy]');
      // What the server sends may also remove the state of the other one, soon after it has come.
      const hasState = new Promise(resolve => {
        if (copy) new MutationObserver(resolve).observe(copy, { attributeFilter: ['data-state'] });
      });
      copy?.click();
      await hasState;
      button.remove();
      return button.dataset.state;
    });
    expect(copied).toHaveLength(1);
    expect(other).toBeUndefined();
  });

  test('runs a saved example, shows its output, diff and command; scroll and page stay', async () => {
    await page.evaluate(() => scrollTo(0, 300));
    const place = async (): Promise<number> =>
      Math.round((await figure('greeting-greet').boundingBox())?.y ?? Number.NaN);
    const before = await place();
    await edit(example('greeting.py'), 'Hello', 'Good day');
    await says('greeting-greet', 'Good day, Ada');
    const shown = figure('greeting-greet');
    expect(await shown.locator('.dev-status').innerText()).toContain('Not accepted yet');
    expect(await shown.locator('.dev-remedy code').innerText()).toBe('npm run record -- basics/greeting');
    expect(await shown.locator('.difference del').innerText()).toBe('- Hello, Ada\n');
    expect(await shown.locator('.difference ins').innerText()).toBe('+ Good day, Ada\n');
    expect(await shown.locator('.panel.out .label').innerText()).toBe('Output, not accepted yet');
    expect(await shown.locator('.checked').count()).toBe(0);
    // The head of the page has grown above it.
    expect(await place()).toBe(before);
  });

  test.for([
    [320, 'light'],
    [768, 'light'],
    [1440, 'dark'],
  ] as const)(
    'shows that at %i px in %s without overflow, and axe finds nothing',
    async ([width, colorScheme]) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await sideways(page)).toBe(0);
      expect(await findings(page, 'main')).toEqual([]);
    },
  );

  test('follows the recording', async () => {
    await edit(example('greeting.out'), 'Hello', 'Hullo');
    await says('greeting-greet', '- Hullo, Ada');
    await edit(example('greeting.out'), 'Hullo', 'Hello');
    await edit(example('greeting.py'), 'Good day', 'Hello');
    await isVerified();
  });

  test('shows the output of a failing example, and why it failed', async () => {
    const source = await readFile(at(example('raises.py')), 'utf8');
    await writeFile(at(example('raises.py')), 'print("so far")\nraise KeyError("lost")\n');
    await says('raises', 'uncaught KeyError');
    const failed = figure('raises');
    expect(await failed.locator('.dev-status').innerText()).toContain('examples/basics/raises.py:2');
    expect(await failed.locator('.panel.out').innerText()).toContain('so far');
    expect(await failed.locator('.panel.err').innerText()).toContain("KeyError: 'lost'");
    await writeFile(at(example('raises.py')), 'import sys\nprint("a word", file=sys.stderr)\n');
    await says('raises', 'stderr, which its contract does not declare');
    await writeFile(
      at(example('raises.py')),
      '# /// script\n# [tool.verbatim]\n# timeout = 1\n# ///\nimport time\ntime.sleep(30)\n',
    );
    await says('raises', 'Still running after 1 s.');
    expect(await failed.locator('.dev-detail').innerText()).toContain('line 6 in <module>');
    await writeFile(at(example('raises.py')), source);
    await isVerified();
  });

  test('shows the recording while an example runs, and kills the run when it is saved again', async () => {
    await edit(PAGE_FILE, '## Fences', '<Example file="basics/rapid.py" />\n\n## Fences');
    await says('rapid', 'nobody looks at it');
    expect(await site.run('record', ['basics/rapid', '--runs', '1', '--yes'])).toMatchObject({ exitCode: 0 });
    await says('rapid', 'Verified with');
    await writeFile(at(RAPID), 'import time\ntime.sleep(40)\nprint("older")\n');
    await says('rapid', 'Running …');
    expect(await figure('rapid').locator('.panel.out').innerText()).toContain('nobody looks at it');
    // The page answers meanwhile.
    expect((await page.request.get(page.url())).ok()).toBe(true);
    await writeFile(at(RAPID), 'import time\ntime.sleep(41)\nprint("old")\n');
    await writeFile(at(RAPID), 'print("newest")\n');
    await says('rapid', '+ newest');
    await until(async () => expect(await running('rapid.py')).toEqual([]));
    await edit(PAGE_FILE, '<Example file="basics/rapid.py" />\n\n', '');
    await isVerified();
  });

  test('shows a problem in its place until it is fixed, and the other figures stay', async () => {
    const problem = async (text: string): Promise<void> =>
      page.locator('.dev-panel > ol > li').filter({ hasText: text }).waitFor({ timeout: 20_000 });
    const others = async (message: string): Promise<void> => {
      const kept = page.locator('figure.example#hostile, [data-output="basics/several"]');
      expect([message, (await kept.count()) > 0]).toEqual([message, true]);
    };
    const cases: readonly (readonly [file: string, right: string, wrong: string, says: string])[] = [
      [example('raises.py'), 'raises =', 'raises', 'examples/basics/raises.py:3'],
      [example('greeting.py'), '# region greet', '# region great', 'Did you mean "great"?'],
      [PAGE_FILE, 'highlight="9"', 'highligt="9"', 'Did you mean "highlight"?'],
      [PAGE_FILE, 'basics/raises.py', 'basics/rises.py', 'Did you mean "basics/raises.py"?'],
      [PAGE_FILE, '>Ada<', '>Bob<', 'printed "Ada"'],
      [PAGE_FILE, '## Output alone', '## Output alone {', 'begins an expression'],
      [PAGE_FILE, '## Fences', '<Aside />\n\n## Fences', 'There is no component <Aside>'],
      [PAGE_FILE, 'level: Beginner', 'level: Beginer', 'content/advanced/good.mdx:4:8'],
      [PAGE_FILE, 'A tip.', '![A lock](./lock.png)', 'There is no picture content/advanced/lock.png.'],
      [PAGE_FILE, 'A tip.', 'A [tip](/advanced/secund/).', 'There is no page /advanced/secund/.'],
    ];
    for (const [file, right, wrong, message] of cases) {
      await edit(file, right, wrong);
      await problem(message);
      await others(message);
      await edit(file, wrong, right);
      await isVerified();
    }
  });

  test('counts the problems of the page at its head, in every browser, and without a reload', async () => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await writeMistakes(site.root, PAGE_FILE);
    for (const each of [page, other])
      await each.getByRole('region', { name: /^\d\d problems on this page$/ }).waitFor({ timeout: 20_000 });
    expect(await page.locator('.announcement').innerText()).toMatch(/^\d\d problems on this page; /);
    // It is the first thing in the page, and everything in it can be reached.
    expect(await page.locator('main > :first-child').getAttribute('class')).toBe('dev-panel');
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await sideways(page)).toBe(0);
      expect(await findings(page, '.dev-panel')).toEqual([]);
    }
    await page.setViewportSize({ width: 1000, height: 500 });
    await writeFile(at(PAGE_FILE), await readFile('tests/fixtures/site/content/advanced/good.mdx'));
    for (const each of [page, other])
      await until(async () => expect(await each.locator('.dev-panel').count()).toBe(0));
    expect(await page.locator('.announcement').innerText()).toBe('Nothing to mend');
    expect(await page.evaluate(() => 'first' in window)).toBe(true);
    await other.close();
    await isVerified();
    for (const name of ['changed', 'broken', 'loud']) await rm(at(example(`${name}.py`)));
  });

  test('says that an open article was renamed, and shows it again when it is back', async () => {
    const text = await readFile(at(PAGE_FILE), 'utf8');
    await rm(at(PAGE_FILE));
    await page.locator('.dev-notice').filter({ hasText: 'This page no longer exists' }).waitFor();
    await writeFile(at(PAGE_FILE), text.replace('as it should.', 'as it must.'));
    await page.getByText('as it must.').waitFor();
    await until(async () => expect(await page.locator('.dev-notice').innerText()).toBe(''));
    await writeFile(at(PAGE_FILE), text);
    await isVerified();
  });

  test('shows a picture when its file is added, though the article is not saved again', async () => {
    const picture = 'content/advanced/lock.svg';
    await edit(PAGE_FILE, 'A tip.', '![A lock](./lock.svg)');
    await page
      .locator('.dev-problem')
      .filter({ hasText: `There is no picture ${picture}.` })
      .waitFor();
    await writeFile(at(picture), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    await page.getByAltText('A lock').waitFor();
    await isVerified();
    await edit(PAGE_FILE, '![A lock](./lock.svg)', 'A tip.');
    await page.getByText('A tip.').waitFor();
    await rm(at(picture));
  });

  test('follows examples that are removed and added', async () => {
    const [source, out] = [
      await readFile(at(example('countdown.py')), 'utf8'),
      await readFile(at(example('countdown.out')), 'utf8'),
    ];
    await rm(at(example('countdown.py')));
    await page
      .locator('.dev-problem')
      .filter({ hasText: 'There is no example basics/countdown.py' })
      .waitFor();
    await writeFile(at(example('countdown.py')), source);
    await isVerified();
    expect(await readFile(at(example('countdown.out')), 'utf8')).toBe(out);
  });

  test('follows text, components and styles without a reload, and reports a broken component', async () => {
    await edit(PAGE_FILE, 'as it should.', 'as it must.');
    await page.getByText('as it must.').waitFor();
    await edit(
      'src/components/figure/OutputPanel.astro',
      '<span>{label}</span>',
      '<span>{label} here</span>',
    );
    await page.getByText('Output here').first().waitFor();
    await edit('src/components/figure/OutputPanel.astro', '{label} here', '{label.no.where}');
    await page.locator('.dev-notice').filter({ hasText: 'reading' }).waitFor();
    expect(await figure('hostile').count()).toBe(1);
    await edit('src/components/figure/OutputPanel.astro', '{label.no.where}', '{label}');
    await until(async () =>
      expect([
        await page.locator('.dev-notice').innerText(),
        await page.getByText('Output here').count(),
      ]).toEqual(['', 0]),
    );
    await edit('src/site.config.ts', 'export const', '} export const');
    await page.locator('.dev-notice').filter({ hasText: 'Unexpected' }).waitFor({ timeout: 20_000 });
    await edit('src/site.config.ts', '} export const', 'export const');
    await until(async () => expect(await page.locator('.dev-notice').innerText()).toBe(''));
    await says('greeting-greet', 'Verified with');
    await edit('src/styles/tokens.css', '--radius: 10px', '--radius: 3px');
    await until(async () =>
      expect(await figure('hostile').evaluate(element => getComputedStyle(element).borderRadius)).toBe('3px'),
    );
    expect(await page.evaluate(() => 'first' in window)).toBe(true);
  });

  test('has a page for each example, which shows its output', async () => {
    const other = await page.context().newPage();
    await other.goto(new URL('/examples/basics/greeting/', page.url()).href);
    expect(await other.locator('pre[data-output]').innerText()).toContain('Hello, Ada');
    await other.close();
  });

  test('stops all that it started when it is interrupted, and ran only examples of open pages', async () => {
    await writeFile(at(example('countdown.py')), 'import time\ntime.sleep(42)\n');
    await until(async () => expect(await running('countdown.py')).not.toEqual([]));
    expect(await server.stop()).toBe(0);
    expect(await running('countdown.py')).toEqual([]);
    const kept = await readFile(at('.verbatim/runs.json'), 'utf8');
    expect([
      kept.includes('examples/basics/greeting.py'),
      kept.includes('examples/basics/unseen.py'),
    ]).toEqual([true, false]);
    expect(
      consoleErrors.filter(text => !/Internal Server Error|500|404|WebSocket|ERR_CONNECTION/.test(text)),
    ).toEqual([]);
  });
});

const PAGE_FILE = 'content/advanced/good.mdx';

/** What axe finds in a part of a page. */
async function findings(page: Page, selector: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(selector)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => {
    const targets = nodes.map(({ target }) => target.join(' '));
    return `${id}: ${targets.slice(0, 5).join('; ')}`;
  });
}

/** Command lines of processes that run a file of this name. */
async function running(name: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter(pid => /^\d+$/.test(pid));
  const lines = await Promise.all(pids.map(pid => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter(line => line.split('\0').includes(name));
}
