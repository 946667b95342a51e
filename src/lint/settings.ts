import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { withFileProblem } from '../core/problems/system-error.ts';
import { EXIT, ProblemError } from '../core/problems/problem.ts';

/** The file, below the examples folder, that says how samples are written. Editors find it there too. */
export const SETTINGS = 'pyproject.toml';

/** What it says, as the tools want it. */
export interface Settings {
  /** Relative to the project, for messages. */
  readonly file: string;
  readonly text: string;
  /** `[tool.ruff]`, without the per-file ignores, which Ruff's WebAssembly does not know: it is given a text, not a file. */
  readonly ruff: Readonly<Record<string, unknown>>;
  /** Codes of rules by path below the examples folder. */
  readonly ignores: ReadonlyMap<string, readonly string[]>;
  /** `[tool.pyright]`. */
  readonly pyright: Readonly<Record<string, unknown>>;
}

type Table = Readonly<Record<string, unknown>>;

/** @throws ProblemError where the file cannot be read, or is not TOML */
export async function readSettings(root: string, examples: string): Promise<Settings> {
  const file = `${examples}/${SETTINGS}`;
  const text = await withFileProblem(file, () => readFile(join(root, file), 'utf8'));
  const { ruff = {}, pyright = {} } = (parseTable(text, file).tool ?? {}) as {
    readonly ruff?: Table;
    readonly pyright?: Table;
  };
  const { 'per-file-ignores': ignores = {}, ...rules } = (ruff.lint ?? {}) as Table;
  return {
    file,
    text,
    ruff: { ...ruff, lint: rules },
    ignores: new Map(Object.entries(ignores as Record<string, readonly string[]>)),
    pyright,
  };
}

/** 1-based line of the settings in which something is named. */
export function lineNaming(name: string, { text }: Settings): number | undefined {
  const index = text.split('\n').findIndex(line => line.includes(`"${name}"`));
  return index === -1 ? undefined : index + 1;
}

function parseTable(text: string, file: string): Table {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new ProblemError(
      [
        {
          file,
          line: error.line,
          column: error.column,
          title: 'The file is not TOML.',
          detail: error.codeblock,
          remedy: 'Mend the line; its grammar is at https://toml.io/en/v1.0.0',
        },
      ],
      EXIT.usage,
    );
  }
}
