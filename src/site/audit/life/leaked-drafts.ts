import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import type { PageFinding } from '../page/read-page.ts';
import type { AuditPlan } from '../plan/audit-plan.ts';
import { articleHead } from '../heads/article-head.ts';

/** What is wrong with a file of a site. */
export interface FileFinding extends PageFinding {
  /** Relative to the site. */
  readonly file: string;
}

/** Files of a site that name the address of a draft. @param plan with all articles */
export async function leakedDrafts(
  dist: string,
  { articles, base }: AuditPlan,
): Promise<readonly FileFinding[]> {
  const drafts = [...articles].filter(([, { source }]) => articleHead(source).isDraft);
  if (drafts.length === 0) return [];
  const names = drafts.map(([file]) => file.replace(/^content\/|\.mdx$/g, ''));
  const addresses = names.map(name => new RegExp(`${RegExp.escape(`${base}/${name}`)}(?![\\w-])`));
  const files = await glob('**/*.{html,xml,txt,md,json}', { cwd: dist, ignore: 'pagefind/**', dot: true });
  return files.sort().flatMap(file => {
    const text = readFileSync(join(dist, file), 'utf8');
    const at = addresses.findIndex(address => address.test(text));
    if (at === -1) return [];
    return [{ file, title: `This file names a draft: ${names[at]}.`, text: '' }];
  });
}
