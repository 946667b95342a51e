import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

// A sandboxed run ends with bubblewrap, which dies with us; this is of those that no process space holds.
test.skipIf(process.platform !== 'linux').for(['SIGINT', 'SIGTERM'] as const)(
  'who ends a check with %s ends what it runs',
  { timeout: 120_000 },
  async signal => {
    const told = join(await temporaryFolder(), 'pid');
    const root = await project({
      'waits.py': `import os\nimport time\n\nwith open("${told}", "w") as file:\n    print(os.getpid(), file=file)\ntime.sleep(600)\n`,
    });
    const { path } = await interpreter();
    const check = execa(
      process.execPath,
      [join(process.cwd(), 'scripts/check.ts'), '--python', path, '--sandbox', 'off'],
      { cwd: root, reject: false, env: { CI: '' } },
    );
    const sample = `/proc/${await appears(told)}`;
    expect(existsSync(sample)).toBe(true);
    check.kill(signal);
    expect((await check).signal).toBe(signal);
    for (let tries = 0; tries < 100 && existsSync(sample); tries += 1) await sleep(50);
    expect(existsSync(sample)).toBe(false);
  },
);

/** What a file says as soon as its line is whole. */
async function appears(file: string): Promise<string> {
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.endsWith('\n')) return text.trim();
    await sleep(50);
  }
}
