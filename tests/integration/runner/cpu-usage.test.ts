import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { HAS_PROCFS } from '../../../src/runner/process/procfs.ts';
import { findSandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { isUnderContention } from '../../../src/runner/scheduling/cpu-contention.ts';
import { measureCpu } from '../../../src/runner/scheduling/cpu-usage.ts';
import { interpreter, run } from '../../fixtures/programs.ts';

vi.mock('../../../src/runner/scheduling/cpu-contention.ts', async original => ({
  ...(await original<typeof import('../../../src/runner/scheduling/cpu-contention.ts')>()),
  computesInParallel: async () => true,
  isUnderContention: vi.fn(() => false),
}));

const COMPUTE = 'while time.process_time() < 0.4: pass\n';

describe.runIf(HAS_PROCFS)('the CPU time of a program and its descendants', () => {
  test.for([
    ['its own', `${COMPUTE}`],
    ['of a child that it waits for', `if os.fork() == 0:\n    ${COMPUTE}    os._exit(0)\nos.wait()\n`],
    [
      'of a child for which nobody waits',
      // It is seen only while it lives: a busy machine may look late.
      `signal.signal(signal.SIGCHLD, signal.SIG_IGN)\nif os.fork() == 0:\n    ${COMPUTE}` +
        '    time.sleep(0.3)\n    os._exit(0)\ntry: os.wait()\nexcept OSError: pass\n',
    ],
    [
      'of many short children',
      'for _ in range(20):\n    if os.fork() == 0:\n        while time.process_time() < 0.02: pass\n' +
        '        os._exit(0)\n    os.wait()\n',
    ],
  ] as const)('is measured from outside: %s', async ([, code]) => {
    const { path } = await interpreter();
    const child = spawn(path, ['-I', '-S', '-c', `import os, signal, time\n${code}time.sleep(0.2)`]);
    const end = measureCpu(child.pid as number);
    await once(child, 'exit');
    const seconds = end() ?? 0;
    expect(seconds).toBeGreaterThanOrEqual(0.3);
    expect(seconds).toBeLessThan(2);
  });

  test.each([findSandbox('off'), findSandbox('auto')])(
    'is what counts, whatever the sample reports: $kind',
    async sandbox => {
      const result = await run('forges_its_usage', { sandbox });
      expect(result).toMatchObject({ ending: 'exited', exitCode: 0 });
      const [used] = vi.mocked(isUnderContention).mock.lastCall ?? [];
      expect(used).toBeGreaterThanOrEqual(0.3);
    },
  );
});
