import { posix } from 'node:path';
import { type Diagnostic, PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { difference } from '../core/text/diff.ts';
import { splitLines } from '../core/text/lines.ts';
import { type Problem, refusal } from '../core/problems/problem.ts';
import type { Settings } from './settings.ts';

/** Result of Ruff for one file. */
export interface Linted {
  /** Relative to the project. */
  readonly file: string;
  readonly problems: readonly Problem[];
  /** Codes of the rules that the file breaks and may break. */
  readonly ignored: readonly string[];
  /** The text in Ruff's format, its imports sorted. */
  readonly formatted: string;
}

/** The rule that sorts imports. `--fix` applies its edits besides the format, and no others. */
const IMPORTS = 'I001';

/** Ruff for files of one Python version. */
export class Ruff {
  readonly #workspace: Workspace;
  readonly #settings: Settings;

  /**
   * @param python lowest minor version of the files: `3.11`
   * @param modules those of the sample itself, which its imports name last
   * @throws ProblemError if Ruff rejects the settings
   */
  constructor(settings: Settings, python: string, modules: readonly string[] = []) {
    const { lint = {} } = settings.ruff as { readonly lint?: Readonly<Record<string, object>> };
    const isort = { ...lint.isort, 'known-first-party': modules };
    const options = {
      ...settings.ruff,
      'target-version': `py${python.replace('.', '')}`,
      lint: { ...lint, isort },
    };
    this.#settings = settings;
    try {
      this.#workspace = new Workspace(options, PositionEncoding.Utf16);
    } catch (error) {
      const { file } = settings;
      const remedy = 'They are documented at https://docs.astral.sh/ruff/settings/';
      throw refusal({ file, title: 'Ruff does not take its settings.', detail: String(error), remedy });
    }
  }

  /** @param file relative to the project */
  lint(text: string, file: string): Linted {
    const { examples, ignores, file: settingsFile } = this.#settings;
    const allowed = ignores.get(posix.relative(examples, file)) ?? [];
    const diagnostics = this.#workspace.check(text) as Diagnostic[];
    const broken = diagnostics.filter(({ code }) => code === null || !allowed.includes(code));
    const isSyntaxError = broken.some(({ code }) => code === null || code === 'invalid-syntax');
    const formatted = isSyntaxError ? text : this.#workspace.format(sortImports(text, diagnostics));
    return {
      file,
      problems: [
        ...formatProblems(file, text, formatted),
        ...broken.filter(({ code }) => code !== IMPORTS).map(each => toProblem(each, file, settingsFile)),
      ],
      ignored: allowed.filter(code => diagnostics.some(each => each.code === code)),
      formatted,
    };
  }
}

function sortImports(text: string, diagnostics: readonly Diagnostic[]): string {
  const lines = text.split('\n');
  const offset = ({ row, column }: Diagnostic['start_location']): number =>
    lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0) + column - 1;
  const edits = diagnostics.flatMap(({ code, fix }) => (code === IMPORTS && fix ? fix.edits : []));
  // From the last edit to the first, so that positions stay valid.
  return edits.reduceRight(
    (sorted, { content, location, end_location: end }) =>
      sorted.slice(0, offset(location)) + (content ?? '') + sorted.slice(offset(end)),
    text,
  );
}

function formatProblems(file: string, text: string, formatted: string): Problem[] {
  const change = difference(splitLines(text), splitLines(formatted));
  if (change === undefined) return [];
  const { line, text: detail } = change;
  const title = 'It is not in the format of Ruff.';
  return [{ file, line, column: 1, title, detail, remedy: 'npm run lint -- --fix' }];
}

function toProblem(
  { code, message, start_location: start, fix }: Diagnostic,
  file: string,
  settings: string,
): Problem {
  const title = `${message.replace(/\.$/, '')} (${code ?? 'syntax'}).`;
  const exception = `Mend it; if it is what the sample shows, name ${code} for it in ${settings}.`;
  const remedy = code === 'E501' ? 'Break the line.' : (fix?.message ?? exception);
  return { file, line: start.row, column: start.column, title, remedy };
}
