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

/** npm, as far as the workflow uses it: the script's own file in the folder $PROJECT, by the Node that runs this. For a shell. */
export const NPM = 'npm() { local name=$2; shift 2; while [ "${1-}" = --silent ] || [ "${1-}" = -- ]; do shift; done; "$NODE" "$PROJECT/scripts/$name.ts" "$@"; }';

/** The step of a job that runs a script. */
export function stepOf(job: string, script: string): Step {
  const step = workflow.jobs[job]?.steps.find(({ run }) => run?.startsWith(`npm run ${script} `));
  if (step === undefined) throw new Error(`The job "${job}" does not run "${script}"`);
  return step;
}
