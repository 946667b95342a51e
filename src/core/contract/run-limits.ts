/** What one run may take: sums over all its processes, at any moment. */
export const RUN_LIMITS = {
  processes: 256,
  threads: 1000,
  memoryBytes: 2 * 2 ** 30,
  /** Files and folders below its own folders, its shared memory included. */
  files: 10_000,
  /** Bytes of these. */
  fileBytes: 64 * 2 ** 20,
  /** Bytes of one output; a page shows no more. */
  outputBytes: 1_000_000,
} as const;

/** A limit that a run has passed, with what a message says of it: title and remedy. */
export const LIMIT_MESSAGES = {
  'output-limit': [
    `It printed more than ${megabytes(RUN_LIMITS.outputBytes)}, which no page can hold.`,
    'Print less.',
  ],
  'process-limit': [
    `It had more than ${RUN_LIMITS.processes} processes at a time.`,
    'Start fewer, or wait for some before you start others.',
  ],
  'thread-limit': [
    `All its processes together had more than ${RUN_LIMITS.threads} threads at a time.`,
    'Start fewer, or let a pool of a few threads do the work.',
  ],
  'memory-limit': [
    `All its processes together held more than ${gibibytes(RUN_LIMITS.memoryBytes)} of memory.`,
    'Hold less at a time, or start fewer processes.',
  ],
  'machine-memory': [
    'Hardly any memory of this machine was left while it ran.',
    'Hold less memory. To find the sample that takes it, run one at a time: npm run check -- --jobs 1',
  ],
  'file-limit': [
    `It had more than ${RUN_LIMITS.files} files and folders at a time.`,
    'Make fewer, or remove some before you make others.',
  ],
  'disk-limit': [
    `Its files and its shared memory together had more than ${mebibytes(RUN_LIMITS.fileBytes)}.`,
    'Write less, or remove some before you write others.',
  ],
} as const satisfies Record<string, readonly [title: string, remedy: string]>;

export type LimitName = keyof typeof LIMIT_MESSAGES;

function megabytes(bytes: number): string {
  return `${bytes / 1e6} MB`;
}

function mebibytes(bytes: number): string {
  return `${bytes / 2 ** 20} MiB`;
}

function gibibytes(bytes: number): string {
  return `${bytes / 2 ** 30} GiB`;
}
