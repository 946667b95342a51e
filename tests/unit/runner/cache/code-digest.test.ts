import { cp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { glob } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { codeDigest, RUN_CODE } from '../../../../src/runner/cache/run-key.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

/** The digest of the code that decides a run, before and after a change of one file of this project. */
async function digests(file: string, change: (text: string) => string): Promise<[string, string]> {
  const source = await temporaryFolder();
  for (const folder of ['core', 'runner'])
    await cp(join('src', folder), join(source, folder), { recursive: true });
  const before = codeDigest(RUN_CODE, source);
  await writeFile(join(source, file), change(await readFile(join(source, file), 'utf8')));
  return [before, codeDigest(RUN_CODE, source)];
}

describe('the code that decides a run', () => {
  test.for([
    // Its `expectedExit` decides which exit code is an error.
    'core/contract/contract-schema.ts',
    'runner/execution/execute.ts',
    'runner/python/harness/sitecustomize.py',
    'runner/sandbox/sandbox.ts',
  ])('is another after a change of %s', async file => {
    const [before, after] = await digests(file, text => `${text}\n`);
    expect(after).not.toBe(before);
  });

  test.for(['runner/commands/prompt.ts', 'runner/git/commit-dates.ts', 'runner/examples/new-example.ts'])(
    'stays the same after a change of %s',
    async file => {
      const [before, after] = await digests(file, text => `${text}\n`);
      expect(after).toBe(before);
    },
  );

  test('is another if a file is new, and the same if Python writes its bytecode', async () => {
    const source = await temporaryFolder({ 'a/environment.ts': 'a', 'a/harness/sitecustomize.py': 'a' });
    const before = codeDigest(['a'], source);
    await writeFile(join(source, 'a/harness/sitecustomize.pyc'), 'b');
    expect(codeDigest(['a'], source)).toBe(before);
    await writeFile(join(source, 'a/new.ts'), '');
    expect(codeDigest(['a'], source)).not.toBe(before);
  });

  test('is all that its files import, except what reports, stores or identifies interpreters', async () => {
    const SPARED =
      /^(?:core\/(?:problems\/|text\/|words\/|python-version\.ts|printed-text\.ts|environment-rules\.ts)|runner\/files\/)/;
    const isCovered = (file: string): boolean => RUN_CODE.some(folder => file.startsWith(`${folder}/`));
    const files = await glob(
      RUN_CODE.map(folder => `${folder}/**/*.ts`),
      { cwd: 'src' },
    );
    const imported = await Promise.all(files.map(valueImports));
    expect(files.length).toBeGreaterThan(20);
    expect(imported.flat().filter(file => !isCovered(file) && !SPARED.test(file))).toEqual([]);
  });
});

/** Files below src/ from which a file imports more than types. */
async function valueImports(file: string): Promise<string[]> {
  const text = await readFile(join('src', file), 'utf8');
  const imports = text.matchAll(/^import (?!type )(?<names>[^;']*?)from '(?<path>\.[^']+)'/gms);
  return [...imports]
    .filter(({ groups }) => groups?.names?.split(',').some(name => !/^[\s{}]*(?:type |$)/.test(name)))
    .map(({ groups }) => relative('.', join(dirname(file), groups?.path ?? '')));
}
