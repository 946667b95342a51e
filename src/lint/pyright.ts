import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { execa } from 'execa';
import type { Problem } from '../core/problems/problem.ts';
import { EXIT, ProblemError } from '../core/problems/problem.ts';
import { RUN_FOLDER_PREFIX } from '../runner/execution/run-folder.ts';
import type { Settings } from './settings.ts';

const PYRIGHT = createRequire(import.meta.url).resolve('pyright/index.js');

interface Report {
  readonly generalDiagnostics: readonly {
    readonly file: string;
    readonly severity: 'error' | 'warning' | 'information';
    readonly message: string;
    readonly rule?: string;
    /** 0-based. */
    readonly range?: { readonly start: { readonly line: number; readonly character: number } };
  }[];
}

/**
 * What Pyright says of files, under one Python version.
 * Every version needs a run of its own, because what the standard library has is read once for all files.
 * @param files relative to the project
 * @throws ProblemError where it does not run, or does not take its settings
 */
export async function checkTypes(
  root: string,
  examples: string,
  files: readonly string[],
  python: string,
  settings: Settings,
): Promise<Problem[]> {
  // Its settings name files relative to themselves.
  const folder = await realpath(await mkdtemp(join(tmpdir(), RUN_FOLDER_PREFIX)));
  try {
    const from = (path: string): string => relative(folder, join(root, path)).replaceAll(sep, '/');
    const { executionEnvironments = [] } = settings.pyright as {
      readonly executionEnvironments?: readonly { readonly root: string }[];
    };
    const project = join(folder, 'pyrightconfig.json');
    await writeFile(
      project,
      JSON.stringify({
        ...settings.pyright,
        pythonVersion: python,
        include: files.map(from),
        exclude: [],
        // A sample imports from its own folder; the first that holds a file counts.
        executionEnvironments: [
          ...executionEnvironments.map(each => ({
            ...each,
            root: from(`${examples}/${each.root}`),
            extraPaths: [from(dirname(`${examples}/${each.root}`))],
          })),
          ...[...new Set(files.map(file => dirname(file)))]
            .sort()
            .reverse()
            .map(each => ({ root: from(each) })),
        ],
      }),
    );
    const { stdout, stderr, exitCode } = await execa(
      process.execPath,
      [PYRIGHT, '--project', project, '--outputjson'],
      { cwd: folder, reject: false, maxBuffer: 100_000_000 },
    );
    // https://github.com/microsoft/pyright/blob/main/docs/command-line.md#pyright-exit-codes
    if (exitCode !== 0 && exitCode !== 1)
      throw new ProblemError(
        [
          {
            file: settings.file,
            title: `Pyright ended with exit code ${exitCode}.`,
            detail: `${stdout}\n${stderr}`.trim(),
            remedy: 'Its settings are told at https://microsoft.github.io/pyright/#/configuration',
          },
        ],
        EXIT.usage,
      );
    const { generalDiagnostics } = JSON.parse(stdout) as Report;
    return generalDiagnostics
      .filter(({ severity }) => severity !== 'information')
      .map(({ file, message, rule, range }) => {
        const [title = '', ...detail] = message.split('\n');
        return {
          file: relative(root, file).replaceAll(sep, '/'),
          line: range && range.start.line + 1,
          column: range && range.start.character + 1,
          title: `${title.replace(/\.$/, '')}${rule === undefined ? '' : ` (${rule})`}.`,
          detail: detail.length === 0 ? undefined : detail.join('\n'),
          remedy:
            rule === undefined
              ? undefined
              : `Mend it; if it is what the sample shows, turn ${rule} off for it in ${settings.file}.`,
        };
      });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
