import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { filesNotKept } from '../../../../src/runner/git/not-kept.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const FILES = {
  '.gitignore': '*.log\n',
  'examples/web/main.py': 'print(open("server.log").read())\n',
  'examples/web/server.log': 'GET /\n',
  'examples/web/table.csv': 'a,b\r\n1,2\r\n',
  'examples/web/.DS_Store': '\0',
};

async function repository(attributes = '* text=auto eol=lf\n'): Promise<string> {
  const root = await temporaryFolder({ ...FILES, '.gitattributes': attributes });
  await execa('git', ['init', '--quiet'], { cwd: root });
  return root;
}

const titles = async (root: string): Promise<readonly string[]> =>
  (await filesNotKept(root, ['examples', 'content'])).map(({ file, title }) => `${file}: ${title}`);

describe('files that another checkout will not have', () => {
  test('are those that git ignores, with the rule, and those whose line ends it rewrites', async () => {
    expect(await titles(await repository())).toEqual([
      'examples/web/server.log: Git ignores this file, so no other checkout has it: .gitignore:1 *.log',
      'examples/web/table.csv: Its lines end with CRLF, and git keeps them with LF: ' +
        'another checkout has other bytes.',
    ]);
  });

  test('are none after each remedy', async () => {
    const root = await repository();
    const problems = await filesNotKept(root, ['examples']);
    const [force, attribute] = problems.map(({ remedy = '' }) => remedy.slice(remedy.indexOf(': ') + 2));
    await execa('sh', ['-c', force ?? ''], { cwd: root });
    await writeFile(join(root, '.gitattributes'), `* text=auto eol=lf\n${attribute}\n`);
    expect(await titles(root)).toEqual([]);
    // The other checkout has the very bytes.
    await execa('git', ['add', '.'], { cwd: root });
    const kept = await execa('git', ['show', ':examples/web/table.csv'], {
      cwd: root,
      stripFinalNewline: false,
    });
    expect(kept.stdout).toBe(FILES['examples/web/table.csv']);
  });

  test('are not rewritten if no attribute demands it', async () => {
    expect(await titles(await repository(''))).toEqual([expect.stringContaining('server.log')]);
  });

  test('are unknown outside of a repository', async () => {
    expect(await titles(await temporaryFolder(FILES))).toEqual([]);
  });
});
