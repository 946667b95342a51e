import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEMPLATE_TEXTS } from '../../../src/site/article/article-template.ts';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';
import { treeDigest } from '../../fixtures/tree-digest.ts';

describe('a site whose examples all hold', () => {
  let site: SiteCopy;
  let built: Awaited<ReturnType<SiteCopy['run']>>;
  beforeAll(async () => {
    site = await copySite('tests/fixtures/site');
    // What is new is part of it as it was written.
    await site.run('new', ['basics/fresh']);
    await site.run('record', ['basics/fresh', '--yes', '--runs', '1']);
    await site.run('new', ['--article', 'advanced/fresh']);
    const fresh = join(site.root, 'content/advanced/fresh.mdx');
    const template = await readFile(fresh, 'utf8');
    const written = TEMPLATE_TEXTS.reduce((text, each) => text.replace(each, 'In other words.'), template);
    await writeFile(fresh, `${written}\n<Example file="basics/fresh.py" />\n`);
    built = await site.run('build');
  });
  afterAll(() => site.remove());

  const page = async (): Promise<ReturnType<typeof load>> =>
    load(await readFile(join(site.dist, 'advanced/good/index.html'), 'utf8'));
  const recording = (name: string): Promise<string> =>
    readFile(join('tests/fixtures/site/examples/basics', name), 'utf8');

  test('is built, and every block is read back', () => {
    expect(built.text).toMatch(
      /^6 verified; \d cached, \d run; CPython 3\.\d+\.\d+; (?:sandboxed with bubblewrap \S+|not sandboxed: .+)\nnote: pages show the dates of the front matter, because this is no git repository\.\nRead back 16 pages: 17 outputs, 13 code blocks and 4 values are what the ledger says, in 3 Markdown editions too\.$/,
    );
    expect(built.exitCode).toBe(0);
  });

  test('shows each output with the very bytes of its recording', async () => {
    const $ = await page();
    expect($('[data-output="basics/greeting"]').text()).toBe(await recording('greeting.out'));
    expect($('[data-output="basics/raises"][data-stream="out"]').text()).toBe('before\n');
    expect($('[data-output="basics/raises"][data-stream="err"]').text()).toBe(await recording('raises.err'));
    expect($('[data-output="basics/several"]').text()).toBe('FROM A FILE!\n');
  });

  test('shows a region without its markers, dedented, its marked line in words too', async () => {
    const $ = await page();
    expect($('[data-code="basics/greeting"]').text()).toBe('def greet(name):\n    return f"Hello, {name}"\n');
    expect($('[data-code="basics/greeting"] mark').text()).toBe('    return f"Hello, {name}"\n');
  });

  test('marks what it cuts', async () => {
    const $ = await page();
    const figure = $('[data-output="basics/countdown"]').closest('figure');
    expect(figure.find('pre').text()).toBe('4\n3\n');
    expect(
      figure
        .find('.cut')
        .map((_, element) => $(element).text())
        .get(),
    ).toEqual(['1 line not shown', '2 lines not shown']);
  });

  test('shows hostile output and obeys none of it', async () => {
    const $ = await page();
    const block = $('[data-output="basics/hostile"]');
    expect(block.find('script, img, h1, a').length).toBe(0);
    expect(block.text()).toContain("<script>document.title = 'owned'</script>\n");
    expect(block.text()).toContain('red and javascript:alert(1)\n');
    expect(block.text()).toContain('bold and <!-- hidden -->');
  });

  test('says of a fence that nobody ran it, and shows a fence in a list as it is written', async () => {
    const $ = await page();
    expect($('[data-fence="unverified"]').text()).toBe('never_run = "<Example />"\n');
    expect($('[data-fence="unverified"]').closest('.fence').find('.not-run').text()).toBe('Not run');
  });

  test('names the exit code and the exception in words', async () => {
    const $ = await page();
    expect($('#raises .verdict').text()).toContain(' Exit code 1');
    expect($('#raises .panel.err .label').text()).toBe('Error output');
  });

  test('is the published site with its policy, even if the environment names development', async () => {
    // Vitest sets both, and every script that it starts inherits them.
    expect([process.env.NODE_ENV, process.env.DEV]).toEqual(['test', '1']);
    const html = await readFile(join(site.dist, 'advanced/good/index.html'), 'utf8');
    expect(html).toContain('http-equiv="Content-Security-Policy"');
  });

  test('carries no style attribute and no trace of an advertisement', async () => {
    const html = await readFile(join(site.dist, 'advanced/good/index.html'), 'utf8');
    expect(html).not.toMatch(/ style=/);
    expect(html).not.toMatch(/advertisement/i);
  });

  test('is the same byte for byte if built again from runs of shards, and runs no example', async () => {
    const first = await treeDigest(site.dist);
    await rm(site.dist, { recursive: true });
    await rm(join(site.root, '.verbatim'), { recursive: true });
    for (const shard of ['1/2', '2/2'])
      expect(
        (await site.run('check', ['--shard', shard, '--output', `part-${shard[0]}.json`])).exitCode,
      ).toBe(0);
    expect((await site.run('merge', ['part-1.json', 'part-2.json', '--output', 'runs.json'])).text).toMatch(
      /^2 shards are merged; 6 verified runs are in runs\.json$/m,
    );
    await rm(join(site.root, '.verbatim'), { recursive: true });
    const again = await site.run('build', ['--runs', 'runs.json']);
    expect(again.text).toMatch(/^6 verified; 6 cached, 0 run; CPython/);
    expect(again.exitCode).toBe(0);
    expect(await treeDigest(site.dist)).toEqual(first);
  });
});

describe('a site that is not as it says', () => {
  let site: SiteCopy;
  beforeAll(async () => {
    site = await copySite('tests/fixtures/site');
  });
  afterAll(() => site.remove());
  const edit = async (path: string, change: (text: string) => string): Promise<() => Promise<void>> => {
    const before = await readFile(join(site.root, path), 'utf8');
    await writeFile(join(site.root, path), change(before));
    return () => writeFile(join(site.root, path), before);
  };

  test('is not built when an example prints one character that is not recorded', async () => {
    const undo = await edit('examples/basics/countdown.py', text =>
      text.replace('print(number)', 'print(number if number != 3 else "E")'),
    );
    const { exitCode, text } = await site.run('build');
    await undo();
    expect(exitCode).toBe(1);
    expect(text).toMatchInlineSnapshot(`
      "examples/basics/countdown.py  Output differs from the recording, examples/basics/countdown.out:3
       5
       4
      -3
      +E
       2
       1
      If it is right now, accept it: npm run record -- basics/countdown"
    `);
  });

  test('is not built when a recording was edited by hand', async () => {
    const undo = await edit('examples/basics/countdown.out', text => text.replace('3', 'three'));
    const { exitCode, text } = await site.run('build');
    await undo();
    expect(exitCode).toBe(1);
    expect(text).toMatchInlineSnapshot(`
      "examples/basics/countdown.out  The recording was edited or cut short, not recorded: its digest is not the one in its receipt.
      Record what the program prints: npm run record -- basics/countdown"
    `);
  });

  test('is not built: the build and a check name every mistake of all files in one go', async () => {
    const undo = [
      await edit(
        'examples/basics/countdown.py',
        text => `# /// script\n# [tool.verbatim]\n# ordre = "any"\n# ///\n${text}`,
      ),
      await edit('content/advanced/second.mdx', text => text.replace('level: Intermediate', 'level: Wizard')),
      await edit(
        'content/advanced/good.mdx',
        text => `${text}
<Example file="basics/greting.py" />

<Example file="basics/greeting.py" highlight="99" lines="3" />

é — The text says <Value file="basics/greeting.py" match="Hello, (\\w+)">Bob</Value>.

\`\`\`python
print("nobody ran this")
\`\`\`

A [page](/advanced/god/), [another](/advanced/good), an [anchor](#fencs), and one that [is there](/verified/).
`,
      ),
    ];
    await writeFile(join(site.root, 'examples/basics/unseen.py'), 'print(1)\n');
    await writeFile(join(site.root, 'examples/basics/gone.out'), 'x\n');
    const [build, check, one] = [
      await site.run('build'),
      await site.run('check'),
      await site.run('check', ['--article', 'advanced/second']),
    ];
    for (const restore of undo) await restore();
    for (const name of ['unseen.py', 'gone.out']) await rm(join(site.root, 'examples/basics', name));
    expect([build.exitCode, check.exitCode, one.exitCode]).toEqual([1, 1, 1]);
    expect(build.text).toMatchInlineSnapshot(`
      "examples/basics/countdown.py:3:3  [tool.verbatim] has no key "ordre".
      Did you mean "order"?

      examples/basics/unseen.py  Its output was never recorded.
      Accept its output: npm run record -- basics/unseen

      examples/basics/gone.out  A recording without its example: there is no gone.py beside it.
      If it is that of examples/basics/unseen.py now, it moves too:
      mv examples/basics/gone.out examples/basics/unseen.out && npm run record -- basics/unseen
      If not: rm examples/basics/gone.out

      content/advanced/good.mdx:60:10  There is no example basics/greting.py.
      Did you mean "basics/greeting.py"?

      content/advanced/good.mdx:62:36  highlight="99" names line 99, which is not shown; shown is 4-6,8-9,11-14.
      Lines are counted in the file, as an editor does: highlight="14"

      content/advanced/good.mdx:62:51  <Example> has no prop "lines".
      Known: region, because, output, code, block, artifacts, outputLines

      content/advanced/good.mdx:64:19  The text says "Bob", and examples/basics/greeting.py printed "Ada".
      <Value file="basics/greeting.py" match="Hello, (\\w+)">Ada</Value>

      content/advanced/good.mdx:66:1  Nobody ran this "python" block, and the page must not look as if somebody had.
      Make it an example (npm run new -- topic/name), or say so: \`\`\`python unverified

      content/advanced/second.mdx:5:8  level is none of Beginner, Intermediate, Advanced.
      level: Beginner

      content/advanced/good.mdx:70:3  There is no page /advanced/god/.
      Did you mean "/advanced/good/"?

      content/advanced/good.mdx:70:27  The address of a page ends with a slash; this link is "/advanced/good".
      /advanced/good/

      content/advanced/good.mdx:70:57  This page has no anchor #fencs.
      Did you mean "#fences"?

      examples/basics/unseen.py  No article uses this example.
      Remove it if nothing needs it, or show it:
      <Example file="basics/unseen.py" />"
    `);
    const places = (text: string): string[] =>
      (text.match(/^ *(?:content|examples)\/[^\s,]+ {2}.*$/gm) ?? []).map(line => line.trim()).sort();
    expect(places(check.text)).toEqual(places(build.text));
    expect(one.text).toMatch(
      /^content\/advanced\/second\.mdx:5:8 {2}level is none of Beginner, Intermediate, Advanced\.\nlevel: Beginner\n\n2 verified, 1 other problem; /,
    );
  });

  test('shows an example that no interpreter can run as not run; if CI is set, it is not built', async () => {
    const undo = await edit(
      'examples/basics/countdown.py',
      text => `# /// script\n# requires-python = ">=3.99"\n# ///\n${text}`,
    );
    const path = 'content/advanced/second.mdx';
    const quote = '## Quoted\n\nIts second line is <Value file="basics/countdown.py" match="(4)">4</Value>.';
    const quoting = await edit(path, text => `${text}\n${quote}\n\n<Predict file="basics/countdown.py" />\n`);
    const strict = await site.run('build', [], { CI: 'true' });
    const lenient = await site.run('build');
    await quoting();
    const wrong = await edit(path, text => `${text}\n${quote.replace('>4<', '>6<')}\n`);
    const refused = await site.run('build');
    await wrong();
    await undo();
    expect(strict.exitCode).toBe(1);
    expect(strict.text).toContain('No interpreter satisfies requires-python ">=3.99"');
    expect(lenient).toMatchObject({ exitCode: 0, text: expect.not.stringContaining('dist/') });
    const html = await readFile(join(site.dist, 'advanced/good/index.html'), 'utf8');
    expect(html).toContain('<strong>Not run:</strong>');
    expect(load(html)('[data-output="basics/countdown"]').length).toBe(0);
    // What it quotes is prose, which claims no run; a prediction has no field, since nothing would judge it.
    const $ = load(await readFile(join(site.dist, 'advanced/second/index.html'), 'utf8'));
    expect($('main').text()).toContain('Its second line is 4.');
    expect($('[data-value="basics/countdown"], [data-lesson=guess]').length).toBe(0);
    expect(existsSync(join(site.dist, 'examples/basics/countdown/answer.json'))).toBe(false);
    expect(refused).toEqual({ exitCode: 1, text: expect.stringContaining('The text says "6"') });
  });

  test('checks only the examples that are named, and ends with 2 where a name is none', async () => {
    expect(await site.run('check', ['basics/countdown'])).toEqual({
      exitCode: 0,
      text: expect.stringMatching(/^1 verified; \d cached, \d run; CPython/),
    });
    const { exitCode, text } = await site.run('check', ['basics/countdwn']);
    expect(exitCode).toBe(2);
    expect(text).toMatchInlineSnapshot(`
      "basics/countdwn  No example has this id.
      Did you mean "basics/countdown"?"
    `);
  });

  test('ends with 3 where there is no CPython', async () => {
    const { exitCode, text } = await site.run('check', [], { PYTHON: '/nowhere/python3' });
    expect(exitCode).toBe(3);
    expect(text).toMatchInlineSnapshot(`
      "python  /nowhere/python3 is not an interpreter that answers.
      Install CPython 3.11 or newer (apt-get install python3), or name one: --python /path/to/python3"
    `);
  });
});
