import { userCache } from '../../src/runner/files/user-cache.ts';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOf, pythonName, tagOf, type Interpreter } from '../../src/core/python-version.ts';
import { findInterpreters } from '../../src/runner/python/find-interpreters.ts';
import { writeRecording } from '../../src/runner/examples/recording-files.ts';
import { copySite, type SiteCopy } from '../fixtures/site-copy.ts';
import { exampleOf } from '../fixtures/examples.ts';
import { faintIn, violationsAndFaintIn } from './axe.ts';
import { type Browsing, browse, open, sideways } from './browse.ts';

/** Two minor versions that this machine has; one where there is no other. */
const BUILDS = (await findInterpreters([], process.env, userCache()))
  .filter(
    ({ gil, version }, index, all) =>
      gil && all.findIndex(other => other.gil && tagOf(other) === tagOf({ version, gil })) === index,
  )
  .slice(0, 2);
const PAGE = '/advanced/second/';

describe.runIf(BUILDS.length === 2)(
  'an example that prints something else under one of two versions, and was recorded for a third',
  () => {
    const [newer, older] = BUILDS as [Interpreter, Interpreter];
    let site: SiteCopy;
    let browsing: Browsing;
    let built: Awaited<ReturnType<SiteCopy['run']>>;
    beforeAll(async () => {
      site = await copySite('tests/fixtures/site');
      await writeFile(
        join(site.root, 'examples/basics/version.py'),
        'import sys\n\nprint("This is Python", "%d.%d" % sys.version_info[:2])\n',
      );
      await appendFile(
        join(site.root, 'content/advanced/second.mdx'),
        '\n<Example file="basics/version.py" />\n',
      );
      await site.run('record', [
        'basics/version',
        '--yes',
        '--runs',
        '1',
        '--python',
        newer.path,
        '--python',
        older.path,
      ]);
      await writeRecording(
        site.root,
        { ...exampleOf(), id: 'basics/version', file: 'examples/basics/version.py' },
        { out: 'This is Python 3.99\n' },
        { python: '3.99.1', gil: false, runs: 1 },
        '3.99t',
      );
      built = await site.run('build');
      browsing = await browse(site.root);
    });
    afterAll(async () => {
      await browsing.close();
      await site.remove();
    });
    const said = ({ version, gil }: Interpreter): string => `This is Python ${tagOf({ version, gil })}\n`;

    test('is built, and what both print is read back', async () => {
      expect(built).toMatchObject({
        exitCode: 0,
        text: expect.stringContaining(`CPython ${newer.version}; CPython ${older.version}`),
      });
      const $ = load(await readFile(join(site.dist, 'advanced/second/index.html'), 'utf8'));
      expect(
        $('pre[data-output="basics/version"]')
          .toArray()
          .map(element => [element.attribs['data-python'], $(element).text()]),
      ).toEqual([
        [undefined, said(newer)],
        [tagOf(older), said(older)],
      ]);
      expect($('#version .checked').text()).toBe(
        `Verified with CPython ${[newer, older].map(build => pythonName(buildOf(tagOf(build)))).join(', ')}`,
      );
    });

    test('does not show what nothing verified, and says that it was recorded', async () => {
      const html = await readFile(join(site.dist, 'advanced/second/index.html'), 'utf8');
      expect(html).not.toContain('This is Python 3.99');
      expect(load(html)('#version .other-versions').text()).toBe(
        'What CPython 3.99 free-threaded prints was recorded too; this build did not verify it, ' +
          'so it is not shown.',
      );
    });

    test('has a Markdown edition with both outputs, each with its version', async () => {
      const markdown = await readFile(join(site.dist, 'advanced/second.md'), 'utf8');
      const output = (build: typeof newer, info: string): string =>
        `Output (CPython ${build.version}, verified):\n\n\`\`\`${info}\n${said(build)}\`\`\`\n`;
      const info = 'text output=basics/version stream=out';
      expect(markdown).toContain(output(newer, info));
      expect(markdown).toContain(output(older, `${info} python=${tagOf(older)}`));
      expect(markdown).toContain('What CPython 3.99 free-threaded prints was recorded too');
    });

    test('lists its versions for programs', async () => {
      const { examples } = JSON.parse(await readFile(join(site.dist, 'verified.json'), 'utf8')) as {
        examples: { id: string; python: string; recordings: { python: string }[] }[];
      };
      expect(examples.find(({ id }) => id === 'basics/version')).toMatchObject({
        python: `${newer.version}, ${older.version}`,
        recordings: [{ python: newer.version }, { python: older.version }],
      });
    });

    test('shows one version at a time, chosen with the keyboard, without JavaScript', async () => {
      const { page, complaints } = await open(browsing, PAGE, { javaScriptEnabled: false });
      const visible = (): Promise<string[]> => page.locator('.versions pre:visible').allTextContents();
      expect(await visible()).toEqual([said(newer)]);
      await page.getByRole('radio', { name: `Python ${tagOf(newer)}`, exact: true }).focus();
      await page.keyboard.press('ArrowRight');
      expect(await visible()).toEqual([said(older)]);
      await page.getByText(`Python ${tagOf(newer)}`, { exact: true }).click();
      expect(await visible()).toEqual([said(newer)]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test('shows all versions on paper', async () => {
      const { page } = await open(browsing, PAGE);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.versions pre:visible').allTextContents()).toEqual([
        said(newer),
        said(older),
      ]);
      await page.context().close();
    });

    test.for([320, 1440])(
      'at %i px, light and dark: nothing sticks out, and axe finds nothing',
      async width => {
        const { page, complaints } = await open(browsing, PAGE, {
          viewport: { width, height: 800 },
          colorScheme: 'light',
        });
        expect(await sideways(page)).toBe(0);
        expect(await violationsAndFaintIn(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await faintIn(page)).toEqual([]);
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );
  },
);
