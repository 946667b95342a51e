import { join } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { withFileProblem } from '../core/problems/system-error.ts';
import { refusal } from '../core/problems/problem.ts';
import { readBytes } from '../runner/files/files-below.ts';

type Table = Readonly<Record<string, unknown>>;

/** A `[[tool.pyright.executionEnvironments]]` table: rules for one file. */
interface Environment extends Table {
  /** Below the folder of the examples. */
  readonly root: string;
}

/** Settings of the linters, from the `pyproject.toml` of the examples. Editors find the same file. */
export interface Settings {
  /** Relative to the project, for messages. */
  readonly file: string;
  /** Folder of the examples, relative to the project. */
  readonly examples: string;
  readonly text: string;
  /** `[tool.ruff]` without the per-file ignores: Ruff's WebAssembly receives a text, not a file. */
  readonly ruff: Table;
  /** Codes of Ruff's rules that a file may break, by its path below the folder of the examples. */
  readonly ignores: ReadonlyMap<string, readonly string[]>;
  /** `[tool.pyright]` without the execution environments. */
  readonly pyright: Table;
  readonly environments: readonly Environment[];
}

/** @throws ProblemError if the file cannot be read, or is not TOML */
export async function readSettings(root: string, examples: string): Promise<Settings> {
  const file = `${examples}/pyproject.toml`;
  const text = await withFileProblem(file, () => readBytes(join(root, file)).toString());
  const { ruff = {}, pyright = {} } = (parseToml(text, file).tool ?? {}) as {
    readonly ruff?: Table & { readonly lint?: Table };
    readonly pyright?: Table & { readonly executionEnvironments?: readonly Environment[] };
  };
  const { 'per-file-ignores': ignores = {}, ...rules } = ruff.lint ?? {};
  const { executionEnvironments: environments = [], ...options } = pyright;
  return {
    file,
    examples,
    text,
    ruff: { ...ruff, lint: rules },
    ignores: new Map(Object.entries(ignores as Record<string, readonly string[]>)),
    pyright: options,
    environments,
  };
}

function parseToml(text: string, file: string): Table {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const { line, column, codeblock: detail } = error;
    const remedy = 'Mend the line; its grammar is at https://toml.io/en/v1.0.0';
    throw refusal({ file, line, column, title: 'The file is not TOML.', detail, remedy });
  }
}
