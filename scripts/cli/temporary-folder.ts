import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a command a folder of its own, and removes it afterwards. */
export async function withTemporaryFolder(work: (folder: string) => Promise<void>): Promise<undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-command-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
