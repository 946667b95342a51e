import { dirname, join, posix } from 'node:path';
import { decode, type Example } from '../core/example/example.ts';
import { selectExamples } from '../core/example/select-examples.ts';
import { type Problem, sortProblems } from '../core/problems/problem.ts';
import { STATE } from '../core/project-paths.ts';
import { lowestMinor } from '../core/python-version.ts';
import { packagesOf } from './packages-of.ts';
import { checkTypes } from './pyright.ts';
import { type Linted, Ruff } from './ruff.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Selection } from '../runner/commands/plan-runs.ts';
import { discover } from '../runner/examples/discover-examples.ts';
import { writeAtomically } from '../runner/files/atomic-write.ts';

/** Result of a lint. */
export interface Lint {
  /** Number of Python files that were read. */
  readonly files: number;
  /** Files that `fix` put into Ruff's format, relative to the project. */
  readonly formatted: readonly string[];
  /** Sorted by position. */
  readonly problems: readonly Problem[];
}

interface LintOptions extends Required<Pick<Selection, 'root' | 'examples' | 'words'>> {
  /** Whether to put files into Ruff's format. */
  readonly fix: boolean;
}

/** A Python file of an example. */
interface Source {
  /** Relative to the project. */
  readonly file: string;
  readonly text: string;
  /** Lowest minor version of Python that the example takes. */
  readonly python: string;
  /** Modules of the example itself. */
  readonly modules: readonly string[];
  readonly example: Example;
}

/**
 * Formats and lints examples and checks their types.
 * @throws ProblemError for an argument that names nothing, and for invalid settings
 */
export async function lint({ root, examples, words, fix }: LintOptions): Promise<Lint> {
  const [settings, found] = await Promise.all([readSettings(root, examples), discover(root, examples)]);
  const chosen = new Set(selectExamples([...found.examples, ...found.broken], words).map(({ id }) => id));
  const broken = found.broken.filter(({ id }) => chosen.has(id)).flatMap(({ problems }) => problems);
  const sources = found.examples
    .filter(({ id, variant }) => chosen.has(id) && variant === undefined)
    .flatMap(sourcesOf);
  const formatted: string[] = [];
  const linted: Linted[] = [];
  // Ruff reads no file, so it has to know which modules are the sample's own.
  const byModules = Map.groupBy(sources, ({ python, modules }) => [python, ...modules].join(' '));
  for (const group of byModules.values()) {
    const [{ python, modules } = { python: '', modules: [] }] = group;
    const ruff = new Ruff(settings, python, modules);
    for (const { file, text } of group) {
      const result = ruff.lint(text, file);
      const isFixed = fix && result.formatted !== text;
      linted.push(isFixed ? ruff.lint(result.formatted, file) : result);
      if (!isFixed) continue;
      await writeAtomically(join(root, file), result.formatted, join(root, STATE));
      formatted.push(file);
    }
  }
  const packages = await packagesOf(sources, root);
  // After the format, so that Pyright's positions are those of the formatted files.
  const types = await Promise.all(
    [...Map.groupBy(sources, ({ python }) => python)].map(([python, group]) => {
      // Without its packages, Pyright would find nothing but that they are missing.
      const typed = group.filter(({ example }) => packages.missing.get(example) === undefined);
      const folders = new Map(typed.map(({ file, example }) => [file, packages.folders.get(example)]));
      return folders.size === 0 ? [] : checkTypes(root, folders, python, settings);
    }),
  );
  const problems = [
    ...broken,
    ...packages.missing.values(),
    ...linted.flatMap(each => each.problems),
    ...types.flat(),
    ...(words.length === 0 ? staleExceptions(linted, settings) : []),
  ];
  return { files: sources.length, formatted, problems: sortProblems(problems) };
}

function sourcesOf(example: Example): Source[] {
  const { file, files, metadata } = example;
  const python = lowestMinor(metadata.requiresPython);
  const paths = [...files.keys()].filter(path => path.endsWith('.py'));
  const modules = [...new Set(paths.map(path => path.replace(/(?:\.py|\/.*)$/, '')))].sort();
  return paths.map(path => ({
    file: posix.join(dirname(file), path),
    text: decode(files.get(path)) ?? '',
    python,
    // A sample of one file imports nothing of its own.
    modules: paths.length === 1 ? [] : modules,
    example,
  }));
}

/** Exceptions in the settings that no file needs: a fixed or renamed file keeps no permission to be wrong. */
function staleExceptions(linted: readonly Linted[], settings: Settings): Problem[] {
  const { examples, ignores, environments } = settings;
  const usedCodes = new Map(linted.map(({ file, ignored }) => [file, ignored]));
  const unusedIgnores = [...ignores].flatMap(([path, codes]) =>
    codes
      .filter(code => usedCodes.get(`${examples}/${path}`)?.includes(code) !== true)
      .map(code => ({
        ...positionOf(path, settings),
        title: `Ruff finds no ${code} in ${examples}/${path}.`,
        remedy: 'Remove it here.',
      })),
  );
  const missingFiles = environments
    .filter(({ root }) => !usedCodes.has(`${examples}/${root}`))
    .map(({ root }) => ({
      ...positionOf(root, settings),
      title: `No sample is ${examples}/${root}.`,
      remedy: 'Remove its table.',
    }));
  return [...unusedIgnores, ...missingFiles];
}

/** The line of the settings that names a path. */
function positionOf(path: string, { file, text }: Settings): Pick<Problem, 'file' | 'line'> {
  const index = text.split('\n').findIndex(line => line.includes(`"${path}"`));
  return { file, line: index === -1 ? undefined : index + 1 };
}
