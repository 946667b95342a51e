import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { type Command, Option } from 'commander';
import { isStrict } from '../../src/core/ledger/ledger.ts';
import { refusal } from '../../src/core/problems/problem.ts';
import { EXAMPLES } from '../../src/core/project-paths.ts';
import { shellQuote } from '../../src/core/text/shell-quote.ts';
import { announceInstall } from '../../src/report/progress.ts';
import { parseReport, type Report } from '../../src/report/reports.ts';
import type { Selection } from '../../src/runner/commands/plan-runs.ts';
import { confirmRuns } from '../../src/runner/commands/confirm-runs.ts';
import { SANDBOX_POLICIES, type SandboxPolicy } from '../../src/runner/sandbox/sandbox.ts';
import { site } from '../../src/site.config.ts';

/** Whether this is a continuous-integration run, in which nothing may be skipped. */
export const strict: boolean = isStrict(process.env.CI);

/** Asks on the terminal, if there is one, whether examples may run without a sandbox. @throws ProblemError */
export function confirmUnsandboxed(policy: SandboxPolicy = strict ? 'required' : 'auto'): Promise<void> {
  const isTerminal = process.stdin.isTTY && process.stderr.isTTY;
  const terminal = isTerminal ? { input: process.stdin, output: process.stderr } : undefined;
  return confirmRuns(process.cwd(), policy, terminal);
}

/** Collects the values of an option that may be repeated. */
export function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

export const EXAMPLES_OPTION: Option = new Option(
  '--examples <dir>',
  'folder of the examples, in the project',
)
  .argParser(folderOfProject)
  .default(EXAMPLES);

/** Any path to a folder in the project → its path relative to it. @throws ProblemError for another one */
function folderOfProject(path: string): string {
  for (const target of [resolve(path), realPath(path)]) {
    const folder = relative(process.cwd(), target).replaceAll(sep, '/');
    if (folder !== '' && !/^\.\.(?:\/|$)/.test(folder) && !isAbsolute(folder)) return folder;
  }
  const title = `The folder of the examples is not in the project: ${path}`;
  throw refusal({ file: 'command line', title, remedy: '--examples examples' });
}

/** Where a path leads: the project may have been entered through a link. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** The option that names a folder of examples in a command to repeat; nothing for the usual one. */
export function examplesOption(examples: string): string {
  return examples === EXAMPLES ? '' : ` --examples ${shellQuote(examples)}`;
}

export const PYTHON_OPTION: Option = new Option('--python <path-or-version>', 'interpreter; may be repeated')
  .argParser(collect)
  .default([]);

const SANDBOX_OPTION: Option = new Option(
  '--sandbox <policy>',
  'use the sandbox if it works on this machine, require it, or run without it',
)
  .choices(SANDBOX_POLICIES)
  .default(strict ? 'required' : 'auto', 'auto; required if CI is set');

/** The options of commands that run examples; `selection` reads them. */
export const RUN_OPTIONS: readonly Option[] = [EXAMPLES_OPTION, PYTHON_OPTION, SANDBOX_OPTION];

/** What the arguments, `RUN_OPTIONS` and the settings of the site choose. */
export function selection(program: Command): Required<Omit<Selection, 'shard'>> {
  const { examples, python: pythons, sandbox } = program.opts();
  const { network } = site;
  const onInstall = announceInstall;
  return { root: process.cwd(), examples, words: program.args, pythons, sandbox, network, onInstall };
}

/** The option of commands that end with a ledger. */
export const REPORT_OPTION: Option = new Option(
  '--report <kind[=file]>',
  'text, github, json or markdown; may be repeated',
)
  .argParser((value, previous: readonly Report[]) => [...previous, parseReport(value)])
  .default([]);

/** The option of commands that try samples in the Python of browsers. */
export const BROWSER_OPTION: Option = new Option(
  '--no-browser',
  'do not try samples in the Python of browsers: no page gets a Run button',
);

/** Whether they do, by that option or by the variable `VERBATIM_BROWSER`, which the project's tests set. */
export function triesBrowser(isAsked: boolean): boolean {
  return isAsked && process.env.VERBATIM_BROWSER !== 'off';
}

/** The option of commands that can judge runs of an earlier check again. */
export const RUNS_OPTION: Option = new Option(
  '--runs <file>',
  'judge the verified runs in this file, which merge wrote, and do not run their examples; also if CI is set',
).conflicts('fresh');
