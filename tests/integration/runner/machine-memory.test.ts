import { expect, test, vi } from 'vitest';
import { machineMemory } from '../../../src/runner/process/memory.ts';
import { HAS_PROCFS } from '../../../src/runner/process/procfs.ts';
import { run } from '../../fixtures/programs.ts';

vi.mock('../../../src/runner/process/memory.ts', async original => ({
  ...(await original<typeof import('../../../src/runner/process/memory.ts')>()),
  machineMemory: vi.fn(),
}));

const GIB = 2 ** 30;

test.runIf(HAS_PROCFS).for([
  ['is ended if hardly any memory is left, and it was more before', 8, 0.5, 'machine-memory'],
  ['goes on if there was as little before it started', 1, 0.5, 'exited'],
  ['goes on if enough is left', 14, 8, 'exited'],
] as const)('a run %s', async ([, before, later, ending]) => {
  vi.mocked(machineMemory)
    .mockReturnValue({ total: 16 * GIB, available: later * GIB })
    .mockReturnValueOnce({ total: 16 * GIB, available: before * GIB });
  expect((await run('sleeps_two_seconds')).ending).toBe(ending);
});
