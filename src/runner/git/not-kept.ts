import { join } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import { shellQuote } from '../../core/text/shell-quote.ts';
import { filesBelow, ifExists } from '../files/files-below.ts';
import { isLeftover } from '../files/leftovers.ts';
import { askGit } from './git.ts';

/**
 * Files that another checkout will not have as they are here: git ignores them, or rewrites their line ends.
 * What is verified here would fail there.
 * @param folders relative to the project
 * @returns none outside of a repository
 */
export async function filesNotKept(root: string, folders: readonly string[]): Promise<readonly Problem[]> {
  const paths = folders.flatMap(folder =>
    (ifExists(() => filesBelow(join(root, folder))) ?? [])
      .filter(({ path }) => !isLeftover(path))
      .map(({ path }) => `${folder}/${path}`),
  );
  if (paths.length === 0) return [];
  const [ignored, rewritten] = await Promise.all([ignoredFiles(root, paths), rewrittenFiles(root, folders)]);
  return [
    ...ignored.map(({ file, rule }) => ({
      file,
      title: `Git ignores this file, so no other checkout has it: ${rule}`,
      remedy: `Rename it, or keep it all the same: git add --force -- ${shellQuote(file)}`,
    })),
    ...rewritten.map(file => ({
      file,
      title: 'Its lines end with CRLF, and git keeps them with LF: another checkout has other bytes.',
      remedy: `Keep its bytes, by a line in .gitattributes: ${file.replaceAll(' ', '[[:space:]]')} -text`,
    })),
  ];
}

/** Files that git does not track, because of a rule: `.gitignore:6 *.log`. */
async function ignoredFiles(
  root: string,
  paths: readonly string[],
): Promise<readonly { readonly file: string; readonly rule: string }[]> {
  const answer = await askGit(root, ['check-ignore', '--stdin', '-z', '--verbose'], paths.join('\0'));
  const fields = (answer ?? '').split('\0');
  return Array.from({ length: Math.floor(fields.length / 4) }, (_, index) => {
    const [source = '', line = '', rule = '', file = ''] = fields.slice(index * 4, index * 4 + 4);
    return { file, rule: `${source}:${line} ${rule}` };
  }).filter(({ rule }) => !/ !/.test(rule));
}

/** Text files whose lines end with CRLF here, and with LF in git. */
async function rewrittenFiles(root: string, folders: readonly string[]): Promise<readonly string[]> {
  const listed = ['--cached', '--others', '--exclude-standard'];
  const answer = await askGit(root, ['ls-files', '--eol', '-z', ...listed, '--', ...folders]);
  return (answer ?? '').split('\0').flatMap(entry => {
    const [facts = '', file = ''] = entry.split('\t');
    // `i/` is the file in git, `w/` the one on the disk. Without an attribute, git rewrites nothing.
    const isRewritten = /\bw\/(?:crlf|mixed)\b/.test(facts) && !/\bi\/(?:crlf|mixed)\b/.test(facts);
    return isRewritten && /attr\/text/.test(facts) && !isLeftover(file) ? [file] : [];
  });
}
