import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';
import { copySite } from '../../fixtures/site-copy.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

// Unsandboxed: a sandboxed run ends anyway, since bubblewrap dies with its parent.
test.skipIf(process.platform !== 'linux').for(['SIGINT', 'SIGTERM'] as const)(
  'a check that is ended with %s kills what it runs',
  { timeout: 120_000 },
  async signal => {
    const pidFile = join(await temporaryFolder(), 'pid');
    const root = await project({
      'waits.py': `import os\nimport time\n\nwith open("${pidFile}", "w") as file:\n    print(os.getpid(), file=file)\ntime.sleep(600)\n`,
    });
    const { path } = await interpreter();
    const check = execa(
      process.execPath,
      [join(process.cwd(), 'scripts/check.ts'), '--python', path, '--sandbox', 'off'],
      { cwd: root, reject: false, env: { CI: '' } },
    );
    const sample = `/proc/${await lineOf(pidFile)}`;
    expect(existsSync(sample)).toBe(true);
    check.kill(signal);
    expect((await check).exitCode).toBe(signal === 'SIGINT' ? 130 : 143);
    for (let tries = 0; tries < 100 && existsSync(sample); tries += 1) await sleep(50);
    expect(existsSync(sample)).toBe(false);
  },
);

test.skipIf(process.platform !== 'linux').for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'npm run check that is ended with %s ends what it started, and leaves no file behind',
  { timeout: 120_000 },
  async (signal, { onTestFinished }) => {
    const site = await copySite('tests/fixtures/site');
    onTestFinished(site.remove);
    await cp(join(process.cwd(), 'package-lock.json'), join(site.root, 'package-lock.json'));
    const temporary = await temporaryFolder();
    const pidFile = join(await temporaryFolder(), 'pid');
    await writeFile(
      join(site.root, 'examples/basics/waits.py'),
      `import os\nimport time\n\nwith open("${pidFile}", "w") as file:\n    print(os.getpid(), file=file)\ntime.sleep(600)\n`,
    );
    const { path } = await interpreter();
    const words = ['check', '--python', path, '--sandbox', 'off', '--fresh', 'basics/waits'];
    const check = execa(process.execPath, ['scripts/bootstrap.mjs', ...words], {
      cwd: site.root,
      reject: false,
      all: true,
      env: { CI: '', TMPDIR: temporary, NODE_COMPILE_CACHE: '' },
    });
    const sample = `/proc/${await lineOf(pidFile)}`;
    check.kill(signal);
    const { exitCode, all } = await check;
    expect([exitCode, all]).toEqual([128 + constants.signals[signal], '']);
    for (let tries = 0; tries < 100 && existsSync(sample); tries += 1) await sleep(50);
    expect(existsSync(sample)).toBe(false);
    expect(await readdir(temporary)).toEqual([]);
    const state = await readdir(join(site.root, '.verbatim')).catch(() => [] as string[]);
    expect(state.filter(name => /pid/.test(name))).toEqual([]);
  },
);

/** The line of a file, as soon as it is complete. */
async function lineOf(file: string): Promise<string> {
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.endsWith('\n')) return text.trim();
    await sleep(50);
  }
}
