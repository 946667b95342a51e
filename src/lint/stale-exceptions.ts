import type { Problem } from '../core/problems/problem.ts';
import type { Linted } from './ruff.ts';
import type { Settings } from './settings.ts';

/** Exceptions in the settings that no file needs: a fixed or renamed file keeps no permission to be wrong. */
export function staleExceptions(linted: readonly Linted[], settings: Settings): Problem[] {
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
