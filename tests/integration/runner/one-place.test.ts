import { userCache } from '../../../src/runner/files/user-cache.ts';
import { describe, expect, test } from 'vitest';
import { parseExample } from '../../../src/core/variant/parse-example.ts';
import { type Interpreter, tagOf } from '../../../src/core/python-version.ts';
import type { Run } from '../../../src/core/verdict/run.ts';
import { execute } from '../../../src/runner/execution/execute.ts';
import { findInterpreters } from '../../../src/runner/python/find-interpreters.ts';
import { emptyEnvironment } from '../../../src/runner/python/python-environment.ts';
import { findSandbox, type Sandbox } from '../../../src/runner/sandbox/sandbox.ts';

/** All installations of this machine: often one of the system and some of pyenv or uv. */
const interpreters = await findInterpreters([], process.env, userCache());
const sandboxes = [findSandbox('off'), ...[findSandbox('auto')].filter(({ kind }) => kind === 'sandboxed')];

/** Runs a source, and returns what it printed as text. */
async function outputs(
  source: string,
  interpreter: Interpreter,
  sandbox: Sandbox,
): Promise<Record<'stdout' | 'stderr', string>> {
  const { value } = parseExample('topic/sample', 'sample.py', new Map([['sample.py', Buffer.from(source)]]));
  if (value === undefined) throw new Error('The source of a test is broken');
  const run: Run = await execute({
    example: value,
    interpreter,
    python: await emptyEnvironment(interpreter),
    sandbox,
  });
  return { stdout: String(run.stdout), stderr: String(run.stderr) };
}

/** All that names a place, a user or a machine. */
const NAMES = `import getpass, json, os, pathlib, shutil, socket, stat, subprocess, sys, sysconfig, tempfile, threading
print(sys.executable, sys.prefix, sys.exec_prefix)
print(sys.path)
print(os.__file__, json.__file__, threading.__file__, sys.modules["sitecustomize"].__file__)
print(os.getcwd(), __file__, pathlib.Path.home(), os.path.expanduser("~"), tempfile.gettempdir())
print(getpass.getuser(), os.environ["PATH"].split(":")[0], shutil.which("python3"))
print(sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib"))
print(oct(os.stat(__file__).st_mode), oct(os.stat(".").st_mode), oct(os.umask(0)))
print(subprocess.run(["python3", "-c", "import sys; print(sys.executable, sys.version_info[:2])"], capture_output=True, text=True).stdout)
`;

const FAILURES = {
  'a traceback through the standard library': 'import json\njson.loads("{")\n',
  'an error in a thread': `import threading
def work():
    raise ValueError("no water")
thread = threading.Thread(target=work)
thread.start()
thread.join()
`,
  'a warning of asyncio': `import asyncio, logging
logging.basicConfig()
async def main():
    asyncio.get_running_loop().set_debug(True)
    asyncio.ensure_future(asyncio.sleep("x"))
    await asyncio.sleep(0.01)
asyncio.run(main())
`,
  'a traceback on stdout':
    'import json, sys, traceback\ntry:\n    json.loads("{")\nexcept ValueError:\n    traceback.print_exc(file=sys.stdout)\n',
};

describe.each(interpreters)('$version at $path', interpreter => {
  const name = `python${tagOf(interpreter)}`;

  test('has one place and one user, in the sandbox and out of it', async () => {
    const [first, ...others] = await Promise.all(
      sandboxes.map(sandbox => outputs(NAMES, interpreter, sandbox)),
    );
    for (const other of others) expect(other).toEqual(first);
    const [places = '', path = '', modules = '', folders = '', user = ''] = first?.stdout.split('\n') ?? [];
    expect(first?.stderr).toBe('');
    expect(places).toBe(`/opt/python/bin/${name} /opt/python /opt/python`);
    expect(path).toBe(
      `['/home/verbatim/work', '/opt/verbatim', '/opt/python/lib/${name.replace('.', '')}.zip', ` +
        `'/opt/python/lib/${name}', '/opt/python/lib/${name}/lib-dynload']`,
    );
    expect(modules).toBe(
      ['os.py', 'json/__init__.py', 'threading.py']
        .map(module => `/opt/python/lib/${name}/${module}`)
        .concat('/opt/verbatim/sitecustomize.py')
        .join(' '),
    );
    expect(folders).toBe(
      '/home/verbatim/work /home/verbatim/work/sample.py /home/verbatim /home/verbatim /tmp',
    );
    expect(user).toBe('verbatim /opt/python/bin /opt/python/bin/python3');
  });

  test.each(Object.entries(FAILURES))(
    'prints the same, in the sandbox and out of it: %s',
    async (_, source) => {
      const [first, ...others] = await Promise.all(
        sandboxes.map(sandbox => outputs(source, interpreter, sandbox)),
      );
      for (const other of others) expect(other).toEqual(first);
      expect(`${first?.stdout}${first?.stderr}`).toContain(`File "/opt/python/lib/${name}/`);
    },
  );
});

const withoutLines = (text: string): string => text.replaceAll(/(?<=line |\.py:)\d+/g, 'N');
const byTag = Map.groupBy(interpreters, tagOf);

// Releases of one version differ in the numbers of their lines, and in nothing else that is printed here.
test.runIf([...byTag.values()].some(alike => alike.length > 1)).each(Object.entries(FAILURES))(
  'installations of one version print the same, wherever they lie: %s',
  async (_, source) => {
    for (const alike of byTag.values()) {
      const texts = await Promise.all(
        alike.flatMap(interpreter => sandboxes.map(sandbox => outputs(source, interpreter, sandbox))),
      );
      expect(new Set(texts.map(text => withoutLines(JSON.stringify(text)))).size).toBe(1);
    }
  },
);
