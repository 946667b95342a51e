import { askGit } from './git.ts';

/** A file that has another name than in the last commit. Both are relative to the project. */
export interface RenamedFile {
  readonly from: string;
  readonly to: string;
}

/** Files of a folder that were renamed since the last commit; none outside of a repository. */
export async function renamedFiles(root: string, folder: string): Promise<readonly RenamedFile[]> {
  const options = ['diff', '--relative', '--find-renames', '--diff-filter=R', '--name-status', '-z', 'HEAD'];
  const text = (await askGit(root, [...options, '--', folder])) ?? '';
  const parts = text.split('\0');
  return Array.from({ length: Math.floor(parts.length / 3) }, (_, index) => ({
    from: parts[3 * index + 1] ?? '',
    to: parts[3 * index + 2] ?? '',
  }));
}
