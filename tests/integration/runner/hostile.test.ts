import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Example } from '../../../src/core/example/example.ts';
import { judge } from '../../../src/core/verdict/judge.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';
import { HAS_PROCFS } from '../../../src/runner/process/procfs.ts';
import { Schedule } from '../../../src/runner/scheduling/scheduler.ts';
import { findSandbox, type Sandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { treeDigest } from '../../fixtures/tree-digest.ts';
import { FATES } from '../../fixtures/hostile.ts';
import { printed, program, run } from '../../fixtures/programs.ts';
import { recordAttack } from '../../fixtures/attacks.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const SECRET = 'do-not-tell';
/**
 * What a run may take beyond its time: starting, telling its stacks, being swept, on a machine that is
 * busy.
 */
const PATIENCE_SECONDS = 15;

/** What became of a program. */
interface Aftermath {
  /** What the runner threw: it must not. */
  readonly error?: unknown;
  readonly verdict: Verdict | undefined;
  readonly seconds: number;
  readonly prints: string;
  readonly survivors: readonly number[];
  /** What a healthy program printed right afterwards. */
  readonly healthy: string;
}

const NOTHING: Aftermath = {
  verdict: undefined,
  seconds: Number.NaN,
  prints: '',
  survivors: [],
  healthy: '',
};
/** Unsandboxed, and sandboxed if this machine can. */
const sandboxes = [findSandbox('off'), ...[findSandbox('auto')].filter(({ kind }) => kind === 'sandboxed')];
const cases = sandboxes.flatMap(sandbox =>
  Object.entries(FATES)
    .filter(([, fate]) => sandbox.kind === 'sandboxed' || fate.sandboxed !== true)
    .map(([name, fate]) => ({
      name,
      kind: sandbox.kind,
      sandbox,
      fate: { ...fate, ...(sandbox.kind === 'sandboxed' ? fate.inSandbox : {}) },
    })),
);
const aftermaths = new Map<string, Aftermath>();
const aftermath = (kind: string, name: string): Aftermath => aftermaths.get(`${kind} ${name}`) ?? NOTHING;
const servers: Server[] = [];
let temporary = '';
let elsewhere: readonly string[] = [];
let before: unknown;
let reached = 0;
let port = 0;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'verbatim-hostile-'));
  vi.stubEnv('TMPDIR', temporary);
  vi.stubEnv('SECRET', SECRET);
  elsewhere = [
    PROJECT,
    join(PROJECT, 'src'),
    homedir(),
    '/tmp',
    '/var/tmp',
    '/usr/local/lib',
    '/etc',
    temporary,
  ];
  for (const address of [0, `\0${temporary}`]) {
    const server = createServer(socket => {
      reached += 1;
      socket.destroy();
    });
    await new Promise<void>(resolve =>
      server.listen(address === 0 ? { port: 0, host: '127.0.0.1' } : { path: String(address) }, resolve),
    );
    servers.push(server);
  }
  const [tcp] = servers as [Server];
  ({ port } = tcp.address() as AddressInfo);
  // What another process of the builder's holds in its environment, /proc shows to its user.
  const bystander = execa('sleep', ['300'], { env: { SECRET }, reject: false });
  before = await state();
  const schedule = new Schedule();
  await Promise.all(
    cases.map(({ name, kind, sandbox }) =>
      schedule.run({ cores: 1, measures: false }, async ({ onStart }) => {
        aftermaths.set(
          `${kind} ${name}`,
          await suffer(name, sandbox, onStart).catch((error: unknown) => ({ ...NOTHING, error })),
        );
      }),
    ),
  );
  bystander.kill('SIGKILL');
  await bystander;
});

afterAll(async () => {
  process.stdout.write(table());
  for (const server of servers) server.close();
  vi.unstubAllEnvs();
  await rm(temporary, { recursive: true, force: true });
});

/** Runs a program, and a healthy one after it. */
async function suffer(name: string, sandbox: Sandbox, onStart: (group: number) => void): Promise<Aftermath> {
  const { contract, ...rest } = await program(`hostile/${name}`);
  const mark = `${temporary} ${sandbox.kind} ${name}`;
  const env = {
    ...contract.env,
    VERBATIM_TEST_MARK: mark,
    OUTER_WORLD: HAS_PROCFS ? readlinkSync('/proc/self/ns/pid') : '',
    ELSEWHERE: elsewhere.join(':'),
    SERVED_AT: String(port),
    SERVED_AS: temporary,
  };
  const example: Example = { ...rest, contract: { ...contract, env } };
  const started = performance.now();
  const result = await run(`hostile/${name}`, { example, sandbox, onStart });
  const seconds = (performance.now() - started) / 1000;
  return {
    verdict: judge(example, result, undefined),
    seconds,
    prints: printed(result),
    survivors: await survivors(mark),
    healthy: printed(await run('prints_to_both_streams', { sandbox })),
  };
}

/** Processes that have this mark in their environment and live on for a second. */
async function survivors(mark: string): Promise<readonly number[]> {
  let found: readonly number[] = [];
  for (let look = 0; look < 20; look += 1) {
    found = HAS_PROCFS
      ? readdirSync('/proc')
          .filter(pid => /^\d+$/.test(pid) && marked(pid, mark))
          .map(Number)
      : [];
    if (found.length === 0) return [];
    await sleep(50);
  }
  // They are ours: nobody else ends them.
  for (const pid of found) process.kill(pid, 'SIGKILL');
  return found;
}

function marked(pid: string, mark: string): boolean {
  try {
    return (
      readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`VERBATIM_TEST_MARK=${mark}\0`) &&
      !/^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'))
    );
  } catch {
    // Gone, or somebody else's.
    return false;
  }
}

/** Everything that must be afterwards as it was before. */
async function state(): Promise<unknown> {
  const sources = await treeDigest(PROJECT, [
    'src/**',
    'examples/**',
    'content/**',
    'scripts/**',
    'tests/**',
    '*',
  ]);
  const shared = await readdir('/dev/shm').catch(() => []);
  return {
    sources,
    shared: shared.filter(name => name.includes('sample')),
    written: await glob(
      elsewhere.map(folder => `${folder}/written_by_a_sample`),
      { absolute: true, dot: true },
    ),
  };
}

function table(): string {
  const lines = cases.map(({ name, kind }) => {
    const { error, verdict, seconds, survivors: left } = aftermath(kind, name);
    return [
      kind.padEnd(11),
      name.padEnd(30),
      (verdict?.kind ?? 'none').padEnd(10),
      `${seconds.toFixed(1)} s`.padStart(7),
      String(left.length).padStart(3),
      ` ${error ?? verdict?.problem?.title}`,
    ].join(' ');
  });
  return `\n${lines.join('\n')}\n`;
}

describe.each(cases)('$name, $kind,', ({ name, kind, fate }) => {
  test('gets the verdict of the table', ({ task }) => {
    const { error, verdict, prints } = aftermath(kind, name);
    recordAttack(task, {
      against: 'run',
      tried: name.replaceAll('_', ' '),
      as: kind === 'sandboxed' ? 'sandboxed' : 'not sandboxed',
      refused: verdict?.problem?.title ?? '',
    });
    expect({ error, kind: verdict?.kind, title: verdict?.problem?.title }).toEqual({
      error: undefined,
      kind: fate.verdict,
      title: fate.title instanceof RegExp ? expect.stringMatching(fate.title) : fate.title,
    });
    // What a person is to read.
    expect(verdict?.problem?.detail?.length ?? 0).toBeLessThan(20_000);
    if (fate.prints !== undefined)
      expect(prints).toEqual(
        fate.prints instanceof RegExp ? expect.stringMatching(fate.prints) : fate.prints,
      );
  });

  test('ends in time, leaves no process, and does not disturb the next run', async () => {
    const { seconds, survivors: left, healthy } = aftermath(kind, name);
    expect(seconds).toBeLessThan((await program(`hostile/${name}`)).contract.timeout + PATIENCE_SECONDS);
    expect({ left, healthy }).toEqual({ left: [], healthy: 'to stdout\n' });
  });
});

test('every hostile program is in the table', async () => {
  expect(Object.keys(FATES).toSorted()).toEqual(
    (await readdir(join(import.meta.dirname, '..', '..', 'fixtures', 'programs', 'hostile')))
      .filter(file => file.endsWith('.py'))
      .map(file => file.slice(0, -3))
      .toSorted(),
  );
});

test('all of them together leave no file, change none, and reach no server', async () => {
  expect(await readdir(temporary)).toEqual([]);
  expect(await state()).toEqual(before);
  expect(reached).toBe(0);
});
