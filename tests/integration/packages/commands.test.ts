import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint } from '../../../src/lint/lint.ts';
import { runCommand } from '../../fixtures/command.ts';
import { accept, lock, sampleWith } from '../../fixtures/package-project.ts';
import { packageIndex } from '../../fixtures/package-index.ts';
import { project } from '../../fixtures/project.ts';

const TYPED = {
  name: 'typed',
  files: {
    'typed/__init__.py': 'def double(number: int) -> int:\n    return 2 * number\n',
    'typed/py.typed': '',
  },
};
const PYPROJECT = { 'pyproject.toml': '[tool.ruff.lint]\nselect = ["I"]\n\n[tool.pyright]\n' };
const BLOCK = '# requires-python = ">=3.11"\n';

describe('npm run new -- topic/name --with', () => {
  test('writes the block, makes the lock, and says what is next', async () => {
    const { env } = await packageIndex([TYPED]);
    const root = await project({});
    await project({});
    const words = ['topic/greeting', '--with', 'typed>=1', '--with', 'typed'];
    await writeFile(join(root, 'package.json'), '{}');
    const { exitCode, text } = await runCommand(root, 'new', words, env);
    expect([exitCode, text.split('\n')]).toEqual([
      0,
      [
        'Wrote examples/topic/greeting.py. Edit it, then record what it prints, and show it in an article:',
        '  npm run record -- topic/greeting',
        '  <Example file="topic/greeting.py" />',
        '',
        'locked examples/topic/greeting.requirements.txt',
        '+ typed 1.0',
        '',
        '1 written',
      ],
    ]);
    expect(await readFile(join(root, 'examples/topic/greeting.py'), 'utf8')).toBe(
      sampleWith([], 'print("Hello from greeting")\n').replace(
        'dependencies = []',
        'requires-python = ">=3.11"\n# dependencies = ["typed>=1", "typed"]',
      ),
    );
    expect(await accept(root)).toEqual([]);
  });

  test('keeps the sample if the index has no such package, and refuses what is no package', async () => {
    const { env } = await packageIndex([]);
    const root = await project({});
    const missing = await runCommand(root, 'new', ['topic/greeting', '--with', 'typed'], env);
    expect([missing.exitCode, missing.text]).toEqual([
      1,
      expect.stringContaining('not locked topic/greeting'),
    ]);
    expect(await readFile(join(root, 'examples/topic/greeting.py'), 'utf8')).toContain('["typed"]');
    const bad = await runCommand(root, 'new', ['topic/other', '--with', '../typed'], env);
    expect([bad.exitCode, bad.text]).toEqual([
      2,
      expect.stringContaining('"../typed" is not the name of a package with its versions.'),
    ]);
    const article = await runCommand(root, 'new', ['--article', 'a/b', '--with', 'typed'], env);
    expect([article.exitCode, article.text]).toEqual([2, expect.stringContaining('Name one thing')]);
  });
});

describe('npm run lint', () => {
  test('knows the types of the packages of each sample, and no others', async () => {
    await packageIndex([TYPED]);
    const text = 'import typed\n\nprint(typed.double("2"))\n';
    const root = await project({
      ...PYPROJECT,
      'topic/with_package.py': sampleWith(['typed'], text, BLOCK),
      'topic/without.py': 'import typed\n',
    });
    await lock(root);
    const { problems } = await lint({ root, examples: 'examples', words: [], fix: false });
    expect(problems.map(({ file, line, title }) => [file, line, title])).toEqual([
      ['examples/topic/with_package.py', 7, expect.stringContaining('reportArgumentType')],
      ['examples/topic/without.py', 1, 'Import "typed" could not be resolved (reportMissingImports).'],
    ]);
  });

  test('sorts packages before modules of the sample, and finds a lock that is missing', async () => {
    await packageIndex([TYPED]);
    const text = 'import sys\n\nimport another\nimport typed\n\nprint(another, sys, typed)\n';
    const root = await project({
      ...PYPROJECT,
      'topic/many/main.py': sampleWith(['typed'], text, BLOCK),
      'topic/many/another.py': '',
    });
    const unlocked = await lint({ root, examples: 'examples', words: [], fix: false });
    expect(unlocked.problems.map(({ title }) => title)).toEqual([
      'Its packages are not locked: no file says which versions, with which hashes.',
      'It is not in the format of Ruff.',
    ]);
    await lock(root);
    expect(await lint({ root, examples: 'examples', words: [], fix: true })).toMatchObject({ problems: [] });
    expect(await readFile(join(root, 'examples/topic/many/main.py'), 'utf8')).toContain(
      'import sys\n\nimport typed\n\nimport another\n\nprint',
    );
  });
});
