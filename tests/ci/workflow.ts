import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** A step of a job: an action, or a command. */
export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: unknown;
  readonly strategy?: { readonly 'fail-fast': boolean; readonly matrix: Readonly<Record<string, readonly (string | number)[]>> };
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

const FILE = '.github/workflows/ci.yml';

/** The workflow as it is written, and as GitHub reads it. */
export const source = await readFile(FILE, 'utf8');
export const workflow = parse(source) as Workflow;

/** The steps of all jobs. */
export const steps: readonly Step[] = Object.values(workflow.jobs).flatMap((job) => job.steps);
export const commands: readonly string[] = steps.flatMap(({ run }) => run ?? []);

/** `npm run check --silent -- --report text` → the script's name and its options. */
export function npmScript(command: string): { readonly name: string; readonly words: string } | undefined {
  const { name, words = '' } = /^npm run (?<name>[\w-]+)(?: --silent)?(?: -- (?<words>.+))?$/.exec(command)?.groups ?? {};
  return name === undefined ? undefined : { name, words };
}
