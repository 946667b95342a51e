import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleWith } from '../../fixtures/package-project.ts';
import { packageIndex } from '../../fixtures/package-index.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { copySite } from '../../fixtures/site-copy.ts';

const ONE = { name: 'one' };
const TWO = { name: 'two', requires: ['one'] };
const BLOCK = `[tool.verbatim]
[[tool.verbatim.variant]]
name = "without a line"
remove = ["print(two)"]
`
  .replaceAll(/^/gm, '# ')
  .replace(/# $/, '');

test('a page names the packages that ran and offers their lock; a build takes what shards ran', async () => {
  const { env } = await packageIndex([ONE, TWO]);
  const { root, dist, run, remove } = await copySite('tests/fixtures/site');
  try {
    await mkdir(join(root, 'examples/packages'), { recursive: true });
    const text = 'import two\n\nprint(two.VERSION)\nprint(two)\n';
    await writeFile(join(root, 'examples/packages/names.py'), sampleWith(['two>=1'], text, BLOCK));
    await appendFile(
      join(root, 'content/advanced/second.mdx'),
      '\n## Packages\n\n<Example file="packages/names.py" highlight="11" />\n',
    );
    const ended = async (script: string, ...words: string[]): Promise<string> => {
      const { exitCode, text } = await run(script, words, env);
      expect([exitCode, text]).toEqual([0, expect.anything()]);
      return text;
    };
    expect(await ended('record', 'packages/names', '--runs', '1', '--yes')).toContain('+ two 1.0');
    const { version } = await interpreter();
    expect(await ended('check', '--article', 'advanced/second')).toContain('verified');
    await ended('build');
    const read = (path: string): Promise<string> => readFile(join(dist, path), 'utf8');
    const words = `CPython ${version}, two 1.0`;
    // A figure names the minor version, and leads to the page with the whole one.
    expect((await read('advanced/second/index.html')).replaceAll(/<[^>]+>/g, '')).toContain(
      `Verified with CPython ${version.replace(/\.\d+$/, '')}, two 1.0`,
    );
    expect(await read('advanced/second.md')).toContain(`(${words}, verified)`);
    const page = await read('examples/packages/names/index.html');
    expect(page).toContain('<dt>Packages</dt><dd>one 1.0, two 1.0</dd>');
    expect(page).toContain('uv run names.py');
    const lock = 'examples/packages/names.requirements.txt';
    expect(page).toContain(`href="/${lock}"`);
    expect(await read(lock)).toBe(await readFile(join(root, lock), 'utf8'));
    const list = JSON.parse(await read('verified.json')) as {
      readonly examples: readonly { readonly id: string; readonly packages: unknown }[];
    };
    expect(list.examples.map(({ id, packages }) => [id, packages])).toContainEqual([
      'packages/names',
      [
        { name: 'one', version: '1.0' },
        { name: 'two', version: '1.0' },
      ],
    ]);
    for (const index of ['1', '2']) await ended('check', '--fresh', '--shard', `${index}/2`);
    await ended('merge', '.verbatim/shards');
    await ended('build', '--runs', '.verbatim/merged.json');
    await ended('prove', 'packages/names', '--runs', '3');
  } finally {
    await remove();
  }
}, 240_000);
