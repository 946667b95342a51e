import { type Diagnostic, PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { difference } from '../core/text/diff.ts';
import { splitLines } from '../core/text/lines.ts';
import { EXIT, type Problem, ProblemError } from '../core/problems/problem.ts';
import type { Settings } from './settings.ts';

/** What Ruff says of one file. */
export interface Linted {
  readonly problems: readonly Problem[];
  /** Codes of the rules that were broken and are ignored for this file. */
  readonly ignored: readonly string[];
  /** The text in Ruff's format, its imports sorted. */
  readonly formatted: string;
}

/** The rule that sorts imports: besides the format, the one thing that is mended without asking. */
const IMPORTS = 'I001';

/** Ruff for samples of one Python version. */
export class Ruff {
  readonly #workspace: Workspace;

  /** @param python lowest minor version that the samples take: `3.11` @throws ProblemError where Ruff does not take the settings */
  constructor({ ruff, file }: Settings, python: string) {
    try {
      this.#workspace = new Workspace(
        { ...ruff, 'target-version': `py${python.replace('.', '')}` },
        PositionEncoding.Utf16,
      );
    } catch (error) {
      throw new ProblemError(
        [
          {
            file,
            title: 'Ruff does not take its settings.',
            detail: String(error),
            remedy: 'They are told at https://docs.astral.sh/ruff/settings/',
          },
        ],
        EXIT.usage,
      );
    }
  }

  /** @param file relative to the project, for messages @param ignore codes of rules that it breaks on purpose */
  lint(text: string, file: string, ignore: readonly string[], settings: string): Linted {
    const found = this.#workspace.check(text) as Diagnostic[];
    const kept = found.filter(({ code }) => code === null || !ignore.includes(code));
    const broken = kept.some(({ code }) => code === null || code === 'invalid-syntax');
    const formatted = broken ? text : this.#format(text);
    const change = difference(splitLines(text), splitLines(formatted));
    const unformatted: Problem[] =
      change === undefined
        ? []
        : [
            {
              file,
              line: change.line,
              column: 1,
              title: 'It is not in the format of Ruff.',
              detail: change.text,
              remedy: 'npm run lint -- --fix',
            },
          ];
    return {
      problems: [
        ...unformatted,
        ...kept.filter(({ code }) => code !== IMPORTS).map(each => describe(each, file, settings)),
      ],
      ignored: [
        ...new Set(found.flatMap(({ code }) => (code !== null && ignore.includes(code) ? [code] : []))),
      ],
      formatted,
    };
  }

  #format(text: string): string {
    const sorted = (this.#workspace.check(text) as Diagnostic[])
      .filter(({ code }) => code === IMPORTS)
      .flatMap(({ fix }) => fix?.edits ?? []);
    return this.#workspace.format(sorted.reduceRight(edit, text));
  }
}

type Edit = NonNullable<Diagnostic['fix']>['edits'][number];

/** Edits are applied from the last to the first, so that their places hold. */
function edit(text: string, { content, location, end_location: end }: Edit): string {
  const lines = text.split('\n');
  const offset = ({ row, column }: Edit['location']): number =>
    lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0) + column - 1;
  return text.slice(0, offset(location)) + (content ?? '') + text.slice(offset(end));
}

function describe(
  { code, message, start_location: { row, column }, fix }: Diagnostic,
  file: string,
  settings: string,
): Problem {
  const remedy =
    code === 'E501'
      ? 'Break the line.'
      : (fix?.message ?? `Mend it; if it is what the sample shows, name ${code} for it in ${settings}.`);
  return { file, line: row, column, title: `${message.replace(/\.$/, '')} (${code ?? 'syntax'}).`, remedy };
}
