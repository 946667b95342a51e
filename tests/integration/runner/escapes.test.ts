import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { type Attempt, REFUSALS, type Refusal } from '../../fixtures/escapes.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { recordAttack } from '../../fixtures/attacks.ts';

const PROJECT = resolve('.');
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const users = isRoot
  ? [
      { user: 'root', id: 0 },
      { user: 'ordinary user', id: NOBODY },
    ]
  : [{ user: 'ordinary user', id: process.getuid?.() ?? 0 }];
const policies = (['required', 'off'] as const).filter(
  policy => policy === 'off' || findSandbox('auto').kind === 'sandboxed',
);
const attempts = new Map<string, Attempt>();
const folders: string[] = [];

beforeAll(async () => {
  // The programs of a user run one after the other.
  await Promise.all(
    users.map(async ({ user, id }) => {
      for (const attempt of await attemptAll(id))
        attempts.set(`${user} ${attempt.policy} ${attempt.name}`, attempt);
    }),
  );
}, 600_000);

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Runs all programs as a user, started from a terminal, with an open file and a key. */
async function attemptAll(id: number): Promise<readonly Attempt[]> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-escapes-'));
  folders.push(folder);
  if (isRoot) await chown(folder, id, id);
  const tasks = policies.flatMap(policy =>
    Object.entries(REFUSALS)
      .filter(([, { sandboxed }]) => policy !== 'off' || sandboxed !== true)
      .map(([name]) => ({ name, policy })),
  );
  const [input, results] = [join(folder, 'tasks.json'), join(folder, 'results.json')];
  await writeFile(input, JSON.stringify(tasks));
  const { path } = await interpreter();
  const driver = [process.execPath, resolve('tests/fixtures/escape-driver.ts'), input, folder, results];
  const launcher = [resolve('tests/fixtures/escape-launcher.py'), String(id)];
  await execa(path, [...launcher, ...driver], {
    env: {
      // A Python in somebody's home would show a part of that home.
      PATH: '/usr/local/bin:/usr/bin:/bin',
      HOME: folder,
      XDG_CACHE_HOME: join(folder, 'cache'),
      TMPDIR: folder,
      SECRET: 'do-not-tell',
      ELSEWHERE: [PROJECT, homedir(), folder, '/etc/shadow', '/etc/ssl/private', '/mnt', '/srv'].join(':'),
    },
    extendEnv: false,
  });
  return JSON.parse(await readFile(results, 'utf8')) as Attempt[];
}

test('names are the same for each user in the sandbox, and places outside of it too', () => {
  const named = (policy: string): readonly string[] =>
    users.map(({ user }) => {
      const prints = attempts.get(`${user} ${policy} names_the_machine`)?.prints ?? '';
      // Each user has other interpreters.
      return prints.replaceAll(/python3\.\d+t?/g, 'python3.x');
    });
  const inside = named('required');
  expect(new Set(inside).size).toBeLessThanOrEqual(1);
  // Outside, the system itself answers who the user is, and how the machine is called.
  const places = [...inside, ...named('off')].map(text => text.split('The system: ')[0]);
  expect(new Set(places).size).toBe(1);
  for (const text of [...inside, ...places]) expect(text).not.toMatch(/root|nobody|pyenv|\/tmp\//);
});

const rows = users.flatMap(({ user }) =>
  policies.flatMap(policy =>
    Object.entries(REFUSALS)
      .filter(([, { sandboxed }]) => policy !== 'off' || sandboxed !== true)
      .map(([name, refusal]) => ({ name, user, policy, refusal })),
  ),
);

describe.each(rows)('$name as $user, sandbox $policy,', ({ name, user, policy, refusal }) => {
  test('does no harm', ({ task }) => {
    const attempt = attempts.get(`${user} ${policy} ${name}`);
    recordAttack(task, {
      against: 'run',
      tried: name.replaceAll('_', ' '),
      as: `${user}, ${policy === 'off' ? 'not sandboxed' : 'sandboxed'}`,
      refused: attempt?.title === 'Its output was never recorded.' ? refusal.how : (attempt?.title ?? ''),
    });
    expect(attempt).toMatchObject(expected(refusal));
  });
});

function expected({ prints, title = 'Its output was never recorded.' }: Refusal): object {
  return {
    ...(prints === undefined
      ? {}
      : { prints: prints instanceof RegExp ? expect.stringMatching(prints) : prints }),
    title: title instanceof RegExp ? expect.stringMatching(title) : title,
  };
}
