// Runs on Node 20 with nothing installed, like `committed-files.mjs`.
import { mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const RETRY_MS = 500;

/**
 * Waits while another command installs into the same folder; returns what ends the turn of this one.
 * @param {string} root
 * @returns {Promise<() => void>}
 */
export async function takeTurn(root) {
  // `src/runner/files/state-paths.ts` lists it.
  const turn = join(root, '.verbatim/install.lock');
  mkdirSync(dirname(turn), { recursive: true });
  for (let shown = ''; ; await sleep(RETRY_MS)) {
    try {
      // Made with its owner in it, in one step.
      symlinkSync(String(process.pid), turn);
      return () => rmSync(turn, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = ownerOf(turn);
    if (owner === undefined) continue;
    if (!isRunning(owner)) endLeftTurn(turn, owner);
    else if (shown !== owner) {
      console.error(`Waiting for process ${owner}, which installs. If it is none: rm .verbatim/install.lock`);
      shown = owner;
    }
  }
}

/**
 * Ends a turn that was left behind. Of commands that find it at once, one removes it, and none the turn that
 * another takes then.
 * @param {string} turn
 * @param {string} owner whose it was
 */
function endLeftTurn(turn, owner) {
  const mark = `${turn}.left`;
  try {
    symlinkSync(String(process.pid), mark);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const other = ownerOf(mark);
    if (other !== undefined && !isRunning(other)) rmSync(mark, { recursive: true, force: true });
    return;
  }
  try {
    if (ownerOf(turn) === owner) rmSync(turn, { recursive: true, force: true });
  } finally {
    rmSync(mark, { force: true });
  }
}

/**
 * The process that has a turn; empty if none could have made it, undefined if the turn has just ended.
 * @param {string} turn
 */
function ownerOf(turn) {
  try {
    return readlinkSync(turn);
  } catch (error) {
    return error.code === 'ENOENT' ? undefined : '';
  }
}

/**
 * Whether a process runs, by its id.
 * @param {string} id
 */
function isRunning(id) {
  if (!/^[1-9]\d*$/.test(id)) return false;
  try {
    process.kill(Number(id), 0);
    return true;
  } catch (error) {
    // It belongs to another user.
    return error.code === 'EPERM';
  }
}
