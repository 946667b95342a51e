import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path/posix';
import { glob } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { findCircle, folderGraph, importGraph } from '../fixtures/import-graph.ts';

const CODE = ['src/**/*.{ts,astro,py,css}', 'scripts/**/*.{ts,mjs,py}'];
const MAX_FILES = 12;
const MAX_LINES = 250;
const MAX_COLUMNS = 110;
const MAX_README_LINES = 25;

/** Words of an earlier vocabulary. The glossary in `src/README.md` has the words to use. */
const BANNED =
  /\b(?:\w*[Dd]esk|[Bb]egun|[Tt]wins?|[Ss]eal(?:ed)?\w*|[Uu]nbundled|[Oo]nlookers|[Tt]old|[Mm]ishap|[Mm]isfortune)\b/;

/** Names that Astro gives to the exports of a page. */
const CONVENTIONS = ['GET', 'getStaticPaths', 'prerender', 'Props', 'collections'];

const files = await glob(CODE);
const texts = new Map(
  await Promise.all(files.map(async file => [file, await readFile(file, 'utf8')] as const)),
);
const folders = Map.groupBy(files, file => dirname(file));
const matching = (isWrong: (text: string, file: string) => boolean): string[] =>
  [...texts].filter(([file, text]) => isWrong(text, file)).map(([file]) => file);

describe('the source code', () => {
  test('has no circle of files', async () => {
    expect(findCircle(await importGraph(CODE))).toBeUndefined();
  });

  test('has no circle of folders', async () => {
    expect(findCircle(folderGraph(await importGraph(CODE)))).toBeUndefined();
  });

  test(`has at most ${MAX_FILES} files in a folder of src/`, () => {
    const crowded = [...folders].filter(
      ([folder, all]) => folder.startsWith('src') && all.length > MAX_FILES,
    );
    expect(crowded.map(([folder, all]) => `${folder}: ${all.length} files`)).toEqual([]);
  });

  test(`has no file of more than ${MAX_LINES} lines`, () => {
    expect(matching(text => text.split('\n').length - 1 > MAX_LINES)).toEqual([]);
  });

  test(`has no line of more than ${MAX_COLUMNS} columns`, () => {
    const wide = [...texts].flatMap(([file, text]) =>
      text.split('\n').flatMap((line, index) => (line.length > MAX_COLUMNS ? [`${file}:${index + 1}`] : [])),
    );
    expect(wide).toEqual([]);
  });

  test('exports a name in one file only', () => {
    const exported =
      /^export (?:declare )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;
    const names = [...texts].flatMap(([file, text]) =>
      [...text.matchAll(exported)].map(([, name]) => ({ name, file })),
    );
    const twice = [...Map.groupBy(names, ({ name }) => name)].filter(
      ([name = '', all]) => all.length > 1 && !CONVENTIONS.includes(name),
    );
    expect(twice.map(([name, all]) => `${name}: ${all.map(({ file }) => file).join(', ')}`)).toEqual([]);
  });

  test('uses the words of the glossary', () => {
    expect(matching((text, file) => !file.endsWith('.css') && BANNED.test(text))).toEqual([]);
  });

  test('shares nothing through globalThis, and makes no function of a text', () => {
    expect(matching(text => /globalThis|new Function\(/.test(text))).toEqual([]);
  });
});

test(`each folder of src/ has a README of at most ${MAX_README_LINES} lines`, async () => {
  const needed = [...folders.keys()].filter(
    folder => folder.startsWith('src/') && !['pages', 'public'].includes(folder.split('/')[1] ?? ''),
  );
  const missing = needed.filter(folder => !existsSync(`${folder}/README.md`));
  expect(missing).toEqual([]);
  for (const readme of await glob('src/*/**/README.md')) {
    const lines = (await readFile(readme, 'utf8')).trimEnd().split('\n');
    expect([readme, lines.length <= MAX_README_LINES]).toEqual([readme, true]);
    expect([readme, lines[0]?.startsWith('# ')]).toEqual([readme, true]);
  }
});
