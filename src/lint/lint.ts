import { dirname, join, posix } from 'node:path';
import { decode, type Example } from '../core/example/example.ts';
import type { Problem } from '../core/problems/problem.ts';
import { lowestMinor } from '../core/python-version.ts';
import { select } from '../core/example/select-examples.ts';
import { discover } from '../runner/examples/discover-examples.ts';
import { writeAtomically } from '../runner/files/atomic-write.ts';
import { checkTypes } from './pyright.ts';
import { Ruff } from './ruff.ts';
import { lineNaming, readSettings, type Settings } from './settings.ts';

/** How samples are written. */
export interface Lint {
  /** Python files that were read. */
  readonly files: number;
  /** Of these, relative to the project, those that were put into Ruff's format. */
  readonly formatted: readonly string[];
  /** Sorted by place. */
  readonly problems: readonly Problem[];
}

export interface LintOptions {
  readonly root: string;
  /** Relative to `root`. */
  readonly examples: string;
  /** Ids, folders, files or globs; none means all. */
  readonly words: readonly string[];
  /** Whether files are put into Ruff's format. */
  readonly fix: boolean;
}

/** A Python file of an example. */
interface Source {
  /** Relative to the project. */
  readonly file: string;
  readonly text: string;
  /** Lowest minor version that its example takes. */
  readonly python: string;
}

/** Formats, lints and checks the types of samples. @throws ProblemError for a word that names nothing, and for settings that are not understood */
export async function lint({ root, examples, words, fix }: LintOptions): Promise<Lint> {
  const [settings, found] = await Promise.all([readSettings(root, examples), discover(root, examples)]);
  const chosen = new Set(select([...found.examples, ...found.broken], words).map(({ id }) => id));
  const sources = found.examples.filter(({ id }) => chosen.has(id)).flatMap(sourcesOf);
  const broken = found.broken.filter(({ id }) => chosen.has(id)).flatMap(({ problems }) => problems);
  const style = styled(sources, examples, settings);
  const formatted = fix ? style.filter(({ text, formatted: better }) => better !== text) : [];
  // Before types are checked: their places are those of what is then in the file.
  for (const { file, formatted: better } of formatted)
    await writeAtomically(join(root, file), better, join(root, '.verbatim'));
  const now =
    formatted.length === 0
      ? style
      : styled(
          style.map(({ formatted: better, ...each }) => (fix ? { ...each, text: better } : each)),
          examples,
          settings,
        );
  const types = await Promise.all(
    [...Map.groupBy(sources, ({ python }) => python)].map(([python, group]) =>
      checkTypes(
        root,
        examples,
        group.map(({ file }) => file),
        python,
        settings,
      ),
    ),
  );
  const problems = [
    ...broken,
    ...now.flatMap(each => each.problems),
    ...types.flat(),
    ...(words.length === 0 ? unused(now, settings) : []),
  ];
  return {
    files: sources.length,
    formatted: formatted.map(({ file }) => file),
    problems: problems.toSorted(byPlace),
  };
}

function sourcesOf({ file, files, metadata }: Example): Source[] {
  const python = lowestMinor(metadata.requiresPython);
  return [...files]
    .filter(([path]) => path.endsWith('.py'))
    .map(([path, bytes]) => ({ file: posix.join(dirname(file), path), text: decode(bytes) ?? '', python }));
}

function styled(
  sources: readonly Source[],
  examples: string,
  settings: Settings,
): (Source & ReturnType<Ruff['lint']>)[] {
  const ruffs = new Map<string, Ruff>();
  return sources.map(source => {
    const { file, text, python } = source;
    const ruff = ruffs.get(python) ?? new Ruff(settings, python);
    ruffs.set(python, ruff);
    return {
      ...source,
      ...ruff.lint(text, file, settings.ignores.get(posix.relative(examples, file)) ?? [], settings.file),
    };
  });
}

/** What the settings say of files and is not so: a sample that was mended, or renamed, keeps no permission to be wrong. */
function unused(
  linted: readonly { readonly file: string; readonly ignored: readonly string[] }[],
  settings: Settings,
): Problem[] {
  const ignored = new Map(linted.map(({ file, ignored: codes }) => [file, codes]));
  const folder = dirname(settings.file);
  const at = (path: string): Pick<Problem, 'file' | 'line'> => ({
    file: settings.file,
    line: lineNaming(path, settings),
  });
  const stale = [...settings.ignores].flatMap(([path, codes]) =>
    codes
      .filter(code => ignored.get(`${folder}/${path}`)?.includes(code) !== true)
      .map(code => ({
        ...at(path),
        title: `Ruff finds no ${code} in ${folder}/${path}.`,
        remedy: 'Remove it here.',
      })),
  );
  const { executionEnvironments = [] } = settings.pyright as {
    readonly executionEnvironments?: readonly { readonly root: string }[];
  };
  return [
    ...stale,
    ...executionEnvironments
      .filter(({ root }) => !ignored.has(`${folder}/${root}`))
      .map(({ root }) => ({
        ...at(root),
        title: `No sample is ${folder}/${root}.`,
        remedy: 'Remove its table.',
      })),
  ];
}

function byPlace(a: Problem, b: Problem): number {
  return a.file === b.file
    ? (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
    : a.file < b.file
      ? -1
      : 1;
}
