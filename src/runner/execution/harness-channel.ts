import type { RunPlaces } from '../python/python-environment.ts';

/** What the harness, or the sandbox, told of a run. */
export interface Told {
  /** Where all threads stood; absent when it was not asked, or did not answer. */
  readonly stacks?: string | undefined;
  /** CPU seconds of the run and its children; absent when it was not to say, or ended before it could. */
  readonly usedSeconds?: number | undefined;
  /** Whether processes were left when the program had ended. */
  readonly toldLeft: boolean;
}

/** The bytes that came by the harness's own descriptor → what they say. */
export function readTold(bytes: Uint8Array, { work }: RunPlaces): Told {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  const used = lines.findLast(line => line.startsWith('usage '));
  const stacks = lines
    .filter(line => !line.startsWith('usage ') && line !== LEFT)
    .join('\n')
    .replaceAll(`${work}/`, '')
    .trimEnd();
  return {
    stacks: stacks === '' ? undefined : stacks.replaceAll(/^/gm, '    '),
    usedSeconds: used === undefined ? undefined : Number.parseFloat(used.slice('usage '.length)),
    toldLeft: lines.includes(LEFT),
  };
}

/** What the sandbox says when processes are left. */
export const LEFT = 'left';
