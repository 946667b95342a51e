import { isMatch } from 'matcher';
import { suggestion } from '../problems/suggest.ts';
import { EXIT, ProblemError } from '../problems/problem.ts';
import { parseRecordingName } from './recording-name.ts';

/**
 * The examples that a command's words name: an id, a folder of ids, a file, or a glob. No words name all.
 * @throws ProblemError with exit code 2 for a word that names nothing
 */
export function select<T extends { readonly id: string; readonly file: string }>(
  all: readonly T[],
  words: readonly string[],
): readonly T[] {
  if (words.length === 0) return all;
  const lost = words.filter(word => !all.some(each => names(word, each)));
  if (lost.length > 0) {
    throw new ProblemError(
      lost.map(word => ({
        file: word,
        title: 'No example has this id.',
        remedy:
          suggestion(
            word,
            all.map(({ id }) => id),
          ) || 'npm run new -- topic/name',
      })),
      EXIT.usage,
    );
  }
  return all.filter(each => words.some(word => names(word, each)));
}

function names(word: string, { id, file }: { readonly id: string; readonly file: string }): boolean {
  const path = word.replace(/^\.\//, '').replace(/\/$/, '');
  const plain = parseRecordingName(path)?.file ?? path;
  return (
    id === plain ||
    file === plain ||
    id === plain.replace(/\.py$/, '') ||
    id.startsWith(`${plain}/`) ||
    file.startsWith(`${plain}/`) ||
    (plain.includes('*') && isMatch(id, plain, { caseSensitive: true }))
  );
}
