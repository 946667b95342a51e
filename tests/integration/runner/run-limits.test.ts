import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  machineMemory,
  mappedMemory,
  PAGE_BYTES,
  unnamedMemory,
} from '../../../src/runner/process/memory.ts';
import { HAS_PROCFS, readChildren, readCommandLine, readStat } from '../../../src/runner/process/procfs.ts';
import { membersOfRuns } from '../../../src/runner/process/run-members.ts';
import { storageBelow, storageOfFileSystems, writableMemory } from '../../../src/runner/process/storage.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

/** Starts Python code that prints a line when it is ready, and then waits. */
async function started(code: string, env: Record<string, string> = {}): Promise<number> {
  const { path } = await interpreter();
  const text = `import os, time\n${code}\nprint(os.getpid(), flush=True)\ntime.sleep(60)`;
  const child = spawn(path, ['-I', '-S', '-c', text], { env, detached: true });
  onTestFinished(() => void process.kill(-(child.pid as number), 'SIGKILL'));
  await once(child.stdout, 'data');
  return child.pid as number;
}

const MIB = 2 ** 20;

describe.runIf(HAS_PROCFS)('what a run takes is read from outside:', () => {
  test('the memory of this machine', () => {
    const { total, available } = machineMemory();
    expect(available).toBeGreaterThan(0);
    expect(available).toBeLessThan(total);
    expect(PAGE_BYTES % 4096).toBe(0);
  });

  test('memory that several processes share counts once', async () => {
    const pid = await started('kept = b"x" * (64 << 20)\nif os.fork() == 0: time.sleep(60)');
    const [child = 0] = membersOfRuns([{ pid }], [pid, ...readChildren(`/proc/${pid}/task/${pid}`)])
      .values()
      .flatMap(members => members.keys())
      .filter(each => each !== pid);
    const pages = [pid, child].map(each => readStat(`/proc/${each}/stat`)?.pages ?? 0);
    expect(pages.map(count => count * PAGE_BYTES > 60 * MIB)).toEqual([true, true]);
    expect(mappedMemory([pid, child])).toBeGreaterThan(60 * MIB);
    expect(mappedMemory([pid, child])).toBeLessThan(100 * MIB);
    expect(mappedMemory([0])).toBe(0);
  });

  test('files without a name count, however many processes have them open', async () => {
    const pid = await started(
      'os.write(os.memfd_create("a"), bytes(8 << 20))\nif os.fork() == 0: time.sleep(60)',
    );
    expect(unnamedMemory([pid, ...readChildren(`/proc/${pid}/task/${pid}`)])).toBe(8 * MIB);
    expect(unnamedMemory([0])).toBe(0);
  });

  test('a process that has left its group and its parent is found by the folder of its run', async () => {
    const folder = await temporaryFolder();
    const pid = await started('pass', { HOME: `${folder}/home` });
    const other = { pid: 1, folder };
    expect([...(membersOfRuns([other], [pid]).get(other)?.keys() ?? [])]).toEqual([pid]);
    const stranger = { pid: 1, folder: `${folder}x` };
    expect(membersOfRuns([stranger], [pid]).get(stranger)?.size).toBe(0);
  });

  test('the words of a command line, apart by spaces; none of a process that has ended', async () => {
    expect(readCommandLine(process.pid)).toContain('node');
    expect(readCommandLine(0)).toBe('');
  });
});

describe('the files below a folder', () => {
  test('count with its folders and their bytes; holes and what links lead to take nothing', async () => {
    const folder = await temporaryFolder({ 'a/b/c': 'x'.repeat(8192), d: '' });
    const hole = await open(join(folder, 'hole'), 'w');
    await hole.truncate(32 * MIB);
    await hole.close();
    const { files, bytes } = storageBelow(folder, 100);
    expect(files).toBe(5);
    expect(bytes).toBeGreaterThanOrEqual(8192);
    expect(bytes).toBeLessThan(MIB);
  });

  test('are counted no further than asked, and are none if the folder is gone', async () => {
    const folder = await temporaryFolder(
      Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}`, ''])),
    );
    expect(storageBelow(folder, 5).files).toBe(6);
    await rm(folder, { recursive: true });
    expect(storageBelow(folder, 5)).toEqual({ files: 0, bytes: 0 });
  });
});

test.runIf(HAS_PROCFS)('file systems of a process that has ended hold nothing', () => {
  expect(writableMemory(0)).toEqual([]);
  expect(storageOfFileSystems(['/proc/0/root/tmp'])).toEqual({ files: 0, bytes: 0 });
});
