import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { glob } from 'tinyglobby';
import { expect, test } from 'vitest';

/** Folders of src/, each with those that it may import from. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  report: ['report', 'core'],
  runner: ['runner', 'browser', 'core'],
  lint: ['lint', 'runner', 'core'],
  site: ['site', 'report', 'runner', 'core', 'site.config.ts'],
  browser: ['browser', 'core'],
  client: ['client', 'browser', 'core', 'styles'],
  components: ['components', 'site', 'core', 'site.config.ts'],
  layouts: ['layouts', 'components', 'client', 'styles', 'site', 'site.config.ts'],
  pages: ['pages', 'layouts', 'components', 'site', 'site.config.ts'],
};

const IMPORT = /(?:from|import)\s*\(?\s*'(?<path>\.{1,2}\/[^']+)'/g;

test('imports go one way', async () => {
  const files = await glob('src/*/**/*.{ts,astro}');
  const wrong: string[] = [];
  for (const file of files) {
    const [folder = ''] = relative('src', file).split('/');
    for (const { groups } of (await readFile(file, 'utf8')).matchAll(IMPORT)) {
      const [target = ''] = relative('src', join(dirname(file), groups?.path ?? '')).split('/');
      if (MAY_IMPORT[folder]?.includes(target) !== true) wrong.push(`${file} imports ${groups?.path}`);
    }
  }
  expect(files.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

/** Code that renders code and outputs. The audit computes both anew, so an error in one of the two shows. */
const RENDERING = [
  'src/core/example/displayed-code.ts',
  'src/core/example/shown/named-lines.ts',
  'src/core/text/plain-output.ts',
  'src/core/browser/browser-sample.ts',
];

test('the audit shares no code with what renders pages', async () => {
  const reached = new Set(await glob('src/site/audit/**/*.ts'));
  expect(reached.size).toBeGreaterThan(5);
  expect(await glob(RENDERING)).toHaveLength(RENDERING.length);
  const wrong: string[] = [];
  for (const file of reached) {
    const source = await readFile(file, 'utf8');
    const values = pathsIn(source.replaceAll(/import type [^;]+;/g, ''), file);
    for (const path of pathsIn(source, file)) {
      const mayImport = /^src\/(?:site\/audit|core)\//.test(path) && !RENDERING.includes(path);
      if (mayImport) reached.add(path);
      else if (values.includes(path) || !path.startsWith('src/runner/'))
        wrong.push(`${file} imports ${path}`);
    }
  }
  expect(wrong).toEqual([]);
});

function pathsIn(source: string, file: string): string[] {
  return [...source.matchAll(IMPORT)].map(({ groups }) => join(dirname(file), groups?.path ?? ''));
}

test('src/ uses neither scripts nor tests, and scripts use no tests', async () => {
  const wrong: string[] = [];
  for (const file of await glob(['src/**/*.{ts,astro}', 'scripts/**/*.ts'])) {
    const forbidden = file.startsWith('src/') ? ['scripts', 'tests'] : ['tests'];
    for (const { groups } of (await readFile(file, 'utf8')).matchAll(IMPORT)) {
      const [top = ''] = join(dirname(file), groups?.path ?? '').split('/');
      if (forbidden.includes(top)) wrong.push(`${file} imports ${groups?.path}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the core knows no files, processes or clock', async () => {
  for (const file of await glob('src/core/**/*.ts')) {
    const source = await readFile(file, 'utf8');
    expect([
      file,
      /node:(?:fs|child_process|os|net|http)|execa|Date\.now|performance\.now|\bprocess\.\w/.exec(
        source,
      )?.[0],
    ]).toEqual([file, undefined]);
  }
});

test('components read no files', async () => {
  for (const file of await glob('src/components/**/*.astro')) {
    expect([file, /node:fs/.test(await readFile(file, 'utf8'))]).toEqual([file, false]);
  }
});

test('only the runner starts processes', async () => {
  for (const file of await glob('src/{core,report,site,components,layouts,pages,client}/**/*.{ts,astro}')) {
    expect([file, /execa|child_process/.test(await readFile(file, 'utf8'))]).toEqual([file, false]);
  }
});

test('no file of the project is too long to be read at once', async () => {
  const long: string[] = [];
  for (const file of await glob(['src/**/*.{ts,astro,py,css}', 'scripts/**/*'])) {
    const count = (await readFile(file, 'utf8')).split('\n').length;
    if (count > 400) long.push(`${file}: ${count} lines`);
  }
  expect(long).toEqual([]);
});

test('the lockfile names no registry', async () => {
  expect(await readFile('package-lock.json', 'utf8')).not.toMatch(/"resolved"|https?:\/\/registry/);
});
