import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { receiptsOf } from '../../fixtures/examples.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

test(
  'checks at the same time, in a project that was never checked, do each other no harm',
  { timeout: 120_000 },
  async () => {
    const root = await temporaryFolder({
      'examples/a.py': 'print("a")\n',
      'examples/a.out': 'a\n',
      'examples/b.py': 'print("b")\n',
      'examples/b.out': 'b\n',
      'examples/recordings.json': receiptsOf({ a: 'a\n', b: 'b\n' }),
    });
    const { path } = await interpreter();
    const check = () =>
      execa(process.execPath, [join(process.cwd(), 'scripts/check.ts'), '--python', path], {
        cwd: root,
        reject: false,
        all: true,
        env: { NO_COLOR: '1', CI: '' },
      });
    const checks = await Promise.all([check(), check(), check()]);
    expect(checks.map(({ exitCode, all }) => [exitCode, all])).toEqual(
      checks.map(() => [0, expect.stringMatching(/^2 verified; \d cached, \d run; CPython/)]),
    );
    const ledger = JSON.parse(await readFile(join(root, '.verbatim/ledger.json'), 'utf8')) as {
      entries: { verdict: string }[];
    };
    expect(ledger.entries.map(({ verdict }) => verdict)).toEqual(['verified', 'verified']);
    expect(
      (await readdir(join(root, '.verbatim'), { recursive: true })).filter(name => /pid\d/.test(name)),
    ).toEqual([]);
  },
);
