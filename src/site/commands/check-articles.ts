import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { codeDigest } from '../../runner/cache/sources-digest.ts';
import { site } from '../../site.config.ts';
import { ArticleMemo, isMemorable } from '../incremental/article-cache.ts';
import { articleFiles, hrefOf, readArticleFile, strayArticles } from '../article/article-files.ts';
import type { Outline } from '../article/outline.ts';
import { PLAIN } from '../highlight/plain-highlighter.ts';
import { projectFiles } from '../validate/project-files.ts';
import type { Proof, Proofs } from '../figures/example-proofs.ts';
import { siteProblems } from '../validate/check-whole-site.ts';

/** What is to be said of articles: mistakes, and what is none and worth knowing. */
export interface ArticleFindings {
  readonly problems: readonly Problem[];
  /** Blocks that nobody ran, and that say so. */
  readonly notices: readonly Problem[];
}

/** An article, as far as a check has to know it. */
interface Looked {
  readonly file: string;
  readonly outline: Outline;
  readonly problems: readonly Problem[];
}

/** An article that was not asked for, and to which no link leads. */
const UNKNOWN: Outline = { links: [], shown: [], unverified: [] };

/**
 * Everything that is wrong with articles and between them, found without building a page. `only` are the paths of those that are asked
 * for; without it, all are, and the examples too that none shows. What is wrong with an example itself is not told here.
 */
export async function checkArticles(
  root: string,
  proofs: Proofs,
  only?: readonly string[],
): Promise<ArticleFindings> {
  const files = projectFiles(root);
  const all = await articleFiles(root);
  // Where all are looked at, what nothing is wrong with is remembered.
  const memo =
    only === undefined
      ? new ArticleMemo<{ readonly outline: Outline }>(root, {
          name: 'articles.json',
          rules: rules(root),
          stateOf: id => recordedState(proofs.get(id)),
        })
      : undefined;
  const look = async (file: string): Promise<Looked> => {
    const read = readArticleFile(root, file);
    const known = memo?.find(read);
    if (known !== undefined) return { file, outline: known.outline, problems: [] };
    // Loaded when there is something to look at: it brings the parsers.
    const { examine } = await import('../compile/check-article.ts');
    const examined = examine(read, {
      proofs,
      highlighter: PLAIN,
      store: () => '',
      advertisements: false,
      judging: true,
      files,
    });
    if (isMemorable(examined)) memo?.keep(read, { outline: examined.outline });
    return examined;
  };
  const asked: Looked[] = [];
  for (const file of only ?? all) asked.push(await look(file));
  const others: Looked[] = [];
  if (only !== undefined) {
    // Of the others, only what links lead to counts.
    const linked = new Set(
      asked.flatMap(({ file, outline }) =>
        outline.links.map(({ url }) => URL.parse(url, `https://site.invalid${hrefOf(file)}`)?.pathname),
      ),
    );
    for (const file of all.filter(each => !only.includes(each)))
      others.push(linked.has(hrefOf(file)) ? await look(file) : { file, outline: UNKNOWN, problems: [] });
  }
  await memo?.save();
  const between = siteProblems([...asked, ...others], { proofs, files, tracks: Object.keys(site.tracks) });
  return {
    problems: [
      ...asked.flatMap(({ problems }) => problems),
      ...(only === undefined
        ? [...between, ...(await strayArticles(root))]
        : between.filter(({ file }) => only.includes(file))),
    ],
    notices: asked.flatMap(({ outline }) => outline.unverified),
  };
}

/** What a check sees of an example: its files, and what was recorded. */
function recordedState(proof: Proof | undefined): string {
  const { example, recorded } = proof ?? {};
  return example === undefined
    ? 'none'
    : fingerprint([example.file, ...[...example.files].flat(), JSON.stringify(recorded)]);
}

/** Digest of everything that says what is wrong with an article: our own code, and that of the packages. */
function rules(root: string): string {
  const lock = join(root, 'package-lock.json');
  return fingerprint([codeDigest(['site', 'core']), existsSync(lock) ? readFileSync(lock) : 'none']);
}
