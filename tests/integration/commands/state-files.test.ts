import { chmod, lstat, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../src/core/text/hash.ts';
import { CACHE_PATHS, STATE_PATHS } from '../../../src/runner/files/state-paths.ts';
import { runCommand } from '../../fixtures/command.ts';
import { writeProject } from '../../fixtures/problem-project.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';
import { recordAttack } from '../../fixtures/attacks.ts';

const digested = (body: string): string => `${fingerprint([body])}\n${body}`;

/** What may be in the place of a file: by an accident, a bug, another version, or somebody's intention. */
const RUBBISH: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  'an empty file': file => writeFile(file, ''),
  'half of it': async file => {
    const whole = await readFile(file).catch(() => Buffer.from('{"a": [1, 2'));
    await writeFile(file, whole.subarray(0, Math.ceil(whole.length / 2)));
  },
  'bytes that are no text': file => writeFile(file, Buffer.alloc(5000, 0xff)),
  'a list of other things, with its digest': file => writeFile(file, digested('[[1, null], "a"]')),
  'a value without keys, with its digest': file => writeFile(file, digested('null')),
  'text that is no JSON, with its digest': file => writeFile(file, digested('{"a":')),
  'a deep list, with its digest': file => writeFile(file, digested('['.repeat(20_000) + ']'.repeat(20_000))),
  'a folder that is not empty': file => mkdir(join(file, 'a/b'), { recursive: true }),
  'a link that leads to itself': file => symlink(file, file),
  'a link to a device': file => symlink('/dev/zero', file),
  'a pipe': file => execa('mkfifo', [file]),
  'a file that nobody can read': file => writeFile(file, '[]').then(() => chmod(file, 0)),
};

const { runs, ledger, recordingsLock, interpreterFacts, python, key } = { ...STATE_PATHS, ...CACHE_PATHS };
const PLACES = {
  ...Object.fromEntries([runs, ledger, recordingsLock].map(path => [path, '.'])),
  ...Object.fromEntries([interpreterFacts, python, key].map(path => [path, 'cache/verbatim'])),
};

describe('no cache ends a command, if it is', () => {
  test.for(Object.entries(RUBBISH))('%s', async ([name, spoil], { task }) => {
    const root = await writeProject([]);
    const env = { XDG_CACHE_HOME: join(root, 'cache') };
    await mkdir(env.XDG_CACHE_HOME, { mode: 0o700 });
    // Only this one needs what was there before.
    if (name === 'half of it') await runCommand(root, 'check', [], env);
    for (const [path, base] of Object.entries(PLACES)) {
      const file = join(root, base, path);
      const isKept = name === 'half of it' && path !== python;
      if (!isKept) await rm(file, { recursive: true, force: true });
      await mkdir(dirname(file), { recursive: true });
      await spoil(file);
    }
    for (const [script, ...words] of [['record', '--yes', '--runs', '1'], ['check']] as const) {
      const { exitCode, text } = await runCommand(root, script, words, env);
      expect([script, exitCode, text]).toEqual([script, 0, expect.not.stringMatching(/is not used| {4}at /)]);
    }
    const tried = `each state file is ${name}`;
    recordAttack(task, { against: 'state', tried, refused: 'made again; check and record pass' });
    const made = await lstat(join(root, 'cache/verbatim', key));
    expect([made.isFile(), made.size, made.mode & 0o777]).toEqual([true, 32, 0o600]);
    for (const file of [runs, ledger, join('cache/verbatim', interpreterFacts)])
      expect([file, (await lstat(join(root, file))).isFile()]).toEqual([file, true]);
    expect(await readFile(join(root, runs), 'utf8')).toContain('topic/greeting');
    // What was made again is believed again.
    if (name === 'half of it')
      expect((await runCommand(root, 'check', [], env)).text).toContain('1 cached, 0 run');
  });
});

test('an environment of which a part is missing or changed is made again', async () => {
  const root = await writeProject([]);
  const env = { XDG_CACHE_HOME: await temporaryFolder() };
  await runCommand(root, 'check', [], env);
  const environments = join(env.XDG_CACHE_HOME, 'verbatim', CACHE_PATHS.python);
  const { stdout } = await execa('find', [environments, '-name', 'sitecustomize.py']);
  await writeFile(stdout.trim(), 'raise SystemExit(3)\n');
  const { exitCode, text } = await runCommand(root, 'check', ['--fresh'], env);
  expect([exitCode, text]).toEqual([0, expect.stringContaining('0 cached, 1 run')]);
  expect(await readFile(stdout.trim(), 'utf8')).not.toContain('SystemExit(3)');
});
