import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { RUN_LIMITS } from '../../../../src/core/contract/run-limits.ts';
import type { Run } from '../../../../src/core/verdict/run.ts';
import { PYODIDE_FOLDER } from '../../../../src/runner/browser/pyodide-files.ts';
import { BROWSER_SECONDS, runInPyodide } from '../../../../src/runner/browser/run-in-pyodide.ts';
import { findSandbox } from '../../../../src/runner/sandbox/sandbox.ts';
import { recordAttack } from '../../../fixtures/attacks.ts';
import { exampleOf } from '../../../fixtures/examples.ts';
import { printed, PROJECT } from '../../../fixtures/programs.ts';

const sandboxes = [findSandbox('auto'), findSandbox('off')];
const interpreter = { version: '3.14.2', build: 'Pyodide', path: PYODIDE_FOLDER, gil: true };

/** A sample that leaves Python: it evaluates JavaScript in the Node process, and prints what that returns. */
const inNode = (...codes: readonly string[]): string => `
from pyodide.code import run_js
for code in ${JSON.stringify(codes)}:
    try:
        print("got", run_js(code))
    except Exception as error:
        print("refused", str(error).splitlines()[0])
`;

const module = (name: string): string => `process.getBuiltinModule(${JSON.stringify(name)})`;

const REFUSED: readonly (readonly [tried: string, code: string])[] = [
  ['reads a file of the machine', `${module('fs')}.readFileSync("/etc/passwd", "utf8")`],
  ['reads a file of the project', `${module('fs')}.readFileSync("${PROJECT}/package.json", "utf8")`],
  ['lists a folder', `${module('fs')}.readdirSync("/home")`],
  ['writes a file', `${module('fs')}.writeFileSync("/tmp/verbatim-was-here", "")`],
  ['starts a program', `${module('child_process')}.execSync("id").toString()`],
  ['starts a thread', `new (${module('worker_threads')}.Worker)("1", { eval: true })`],
  ['asks for more permissions', `process.binding("fs").open`],
  ['loads a module of the machine', `process.dlopen({ exports: {} }, "/usr/lib/libc.so.6")`],
  ['opens the inspector', `${module('inspector')}.open(0)`],
];

const run = (source: string, sandbox = sandboxes[0]): Promise<Run> =>
  runInPyodide(exampleOf(source), { interpreter, sandbox: sandbox ?? findSandbox('off') });

describe.each(sandboxes)('a sample that leaves Python for Node, $kind,', sandbox => {
  let answers: readonly string[];
  beforeAll(async () => {
    answers = printed(await run(inNode(...REFUSED.map(([, code]) => code)), sandbox)).split('\n');
  });

  test.for(REFUSED.map(([tried], index) => [tried, index] as const))(
    '%s: refused',
    ([tried, index], { task }) => {
      const answer = answers[index] ?? '';
      expect(answer).toMatch(/^refused|^got None$/);
      recordAttack(task, { against: 'run', tried: `in Node: ${tried}`, as: sandbox.kind, refused: answer });
    },
  );

  test('sees nothing of the environment of the builder', async ({ task }) => {
    expect(printed(await run(inNode('JSON.stringify(Object.keys(process.env))'), sandbox))).toMatch(
      /^got \[(?:"PWD")?\]\n$/,
    );
    recordAttack(task, { against: 'run', tried: 'in Node: reads variables', refused: 'there are none' });
  });
});

test.runIf(sandboxes[0]?.kind === 'sandboxed')('a sample in Node has no network', async () => {
  const server = createServer(socket => socket.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const connections: unknown[] = [];
  server.on('connection', socket => connections.push(socket));
  const { port } = server.address() as AddressInfo;
  const code = `${module('net')}.connect(${port}, "127.0.0.1"); 0`;
  await run(`${inNode(code)}\nimport time\ntime.sleep(0.5)\n`);
  expect(connections).toEqual([]);
});

describe('a sample that takes too much', () => {
  test('of the output is ended', async () => {
    const flood = await run('while True:\n    print("x" * 1000)\n');
    expect(flood.ending).toBe('output-limit');
    expect(flood.stdout.length).toBe(RUN_LIMITS.outputBytes);
  });

  test('of the memory gets a MemoryError', async () => {
    const { ending, exitCode, stderr } = await run('x = [bytearray(2**26) for _ in range(100)]\n');
    expect([ending, exitCode]).toEqual(['exited', 1]);
    expect(Buffer.from(stderr).toString()).toContain('MemoryError');
  });

  test('of the memory of Node, in files, is ended', async () => {
    const source = 'with open("big", "wb") as file:\n    while True:\n        file.write(b"x" * 2**24)\n';
    const { ending, exitCode } = await run(source);
    expect(ending === 'exited' ? exitCode : ending).toSatisfy(end => end === 'memory-limit' || end === 1);
  });

  test('of the time is ended, and nothing of it is left', async () => {
    const run = await runInPyodide(exampleOf('print("starts")\nwhile True:\n    pass\n'), {
      interpreter,
      sandbox: sandboxes[0] ?? findSandbox('off'),
    });
    expect([run.ending, printed(run)]).toEqual(['timed-out', 'starts\n']);
    expect(BROWSER_SECONDS).toBe(10);
  });
});
