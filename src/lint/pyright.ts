import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { execa } from 'execa';
import { type Problem, refusal } from '../core/problems/problem.ts';
import { RUN_FOLDER_PREFIX } from '../runner/execution/run-folder.ts';
import type { Settings } from './settings.ts';

const PYRIGHT = createRequire(import.meta.url).resolve('pyright/index.js');

interface Diagnostic {
  readonly file: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly rule?: string;
  /** 0-based. */
  readonly range?: { readonly start: { readonly line: number; readonly character: number } };
}

/**
 * Problems that Pyright finds in files under one Python version. Each version needs its own run, because
 * Pyright reads the standard library once for all files.
 * @param packages the files, relative to the project, each with the folder of the packages that it declares
 * @throws ProblemError if Pyright does not run, or rejects its settings
 */
export async function checkTypes(
  root: string,
  packages: ReadonlyMap<string, string | undefined>,
  python: string,
  settings: Settings,
): Promise<Problem[]> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), RUN_FOLDER_PREFIX)));
  try {
    const project = join(folder, 'pyrightconfig.json');
    // Pyright resolves paths from the folder of its settings.
    const pathOf = (file: string): string => toPosix(relative(folder, join(root, file)));
    const { examples, pyright, environments } = settings;
    // A sample imports from its own folder, and from that of its packages.
    const importing = (file: string): Record<'root' | 'extraPaths', unknown> => ({
      root: pathOf(file),
      extraPaths: [pathOf(dirname(file)), ...[packages.get(file) ?? []].flat()],
    });
    const exceptions = environments.map(environment => ({
      ...environment,
      ...importing(`${examples}/${environment.root}`),
    }));
    const files = [...packages.keys()];
    const folders = [...new Set(files.map(file => dirname(file)))].sort().reverse();
    const config = {
      ...pyright,
      ignore: [pyright.ignore ?? []].flat().map(file => pathOf(`${examples}/${String(file)}`)),
      pythonVersion: python,
      include: files.map(pathOf),
      exclude: [],
      // Pyright takes the first environment that holds a file.
      executionEnvironments: [
        ...exceptions,
        ...files.filter(file => packages.get(file) !== undefined).map(importing),
        // A package may import its own modules by their full names.
        ...[...new Set(packages.values())]
          .flatMap(path => path ?? [])
          .map(root => ({ root, extraPaths: [root] })),
        ...folders.map(path => ({ root: pathOf(path) })),
      ],
    };
    await writeFile(project, JSON.stringify(config));
    const args = [PYRIGHT, '--project', project, '--outputjson'];
    const { stdout, stderr, exitCode } = await execa(process.execPath, args, { cwd: folder, reject: false });
    // https://github.com/microsoft/pyright/blob/main/docs/command-line.md#pyright-exit-codes
    if (exitCode !== 0 && exitCode !== 1)
      throw refusal({
        file: settings.file,
        title: `Pyright ended with exit code ${exitCode}.`,
        detail: `${stdout}\n${stderr}`.trim(),
        remedy: 'Its settings are documented at https://microsoft.github.io/pyright/#/configuration',
      });
    const report = JSON.parse(stdout) as { readonly generalDiagnostics: readonly Diagnostic[] };
    return report.generalDiagnostics
      .filter(({ severity }) => severity !== 'information')
      .map(diagnostic => toProblem(diagnostic, root, settings));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function toProblem({ file, message, rule, range }: Diagnostic, root: string, settings: Settings): Problem {
  const [title = '', ...detail] = message.split('\n');
  return {
    file: toPosix(relative(root, file)),
    line: range && range.start.line + 1,
    column: range && range.start.character + 1,
    title: `${title.replace(/\.$/, '')}${rule === undefined ? '' : ` (${rule})`}.`,
    detail: detail.length === 0 ? undefined : detail.join('\n'),
    remedy: rule && `Mend it; if it is what the sample shows, turn ${rule} off for it in ${settings.file}.`,
  };
}

const toPosix = (path: string): string => path.replaceAll(sep, '/');
