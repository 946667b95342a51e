import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { runCommand } from '../../../src/site/figures/run-command.ts';
import { discover } from '../../../src/runner/examples/discover-examples.ts';
import { recordingReader } from '../../../src/runner/examples/recording-files.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

const { examples } = await discover(process.cwd(), 'examples');
const read = recordingReader(process.cwd());
// The command of a sample with packages is one of uv, which asks their index.
const special = examples.filter(
  ({ files, contract: { args, env, stdin }, metadata: { dependencies } }) =>
    dependencies.length === 0 &&
    (files.size > 1 || args.length > 0 || Object.keys(env).length > 0 || stdin !== undefined),
);

test('there are such examples', () => {
  expect(special.length).toBeGreaterThan(4);
});

test.for(special)('the command that the page of $id shows prints what the page shows', async example => {
  const folder = await temporaryFolder();
  for (const [path, bytes] of example.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  // The `python3` of a reader.
  const programs = await temporaryFolder();
  const { path } = await interpreter();
  await writeFile(join(programs, 'python3'), `#!/bin/sh\nexec '${path}' "$@"\n`, { mode: 0o755 });
  const { stdout } = await execa('sh', ['-c', runCommand(example)], {
    cwd: folder,
    env: { PATH: `${programs}:${process.env.PATH}` },
    stripFinalNewline: false,
    reject: false,
  });
  expect(stdout).toBe(read(example).base?.out);
});
