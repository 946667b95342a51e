import type { PageFinding } from '../page/read-page.ts';
import type { AuditPlan } from '../plan/audit-plan.ts';
import { articleTree } from '../plan/text/read-article.ts';
import { type PageNode, pageTree } from '../tree/page-tree.ts';

interface Node {
  readonly type: string;
  readonly depth?: number;
  readonly data?: { readonly hProperties?: { readonly id?: string } };
  readonly children?: readonly Node[];
}

/** Headings of a page without the ids that its author gave them: links to them would lead nowhere. */
export function ownIdProblems(page: string, html: string, { articles }: AuditPlan): readonly PageFinding[] {
  const { source = '' } = articles.get(`content/${page.replace(/\/index\.html$/, '')}.mdx`) ?? {};
  // Few articles have one, and the others are not parsed once more.
  if (!source.includes('{#')) return [];
  const wanted = ownIds(articleTree(source) as Node);
  const found = headingsOf(pageTree(html));
  return wanted
    .filter(heading => !found.has(heading))
    .map(heading => ({ title: `The page has no heading ${heading}, as its article has.`, text: '' }));
}

function ownIds({ type, depth, data, children = [] }: Node): readonly string[] {
  const id = type === 'heading' ? data?.hProperties?.id : undefined;
  return [...(id === undefined ? [] : [`h${depth}#${id}`]), ...children.flatMap(ownIds)];
}

function headingsOf(tree: PageNode): ReadonlySet<string> {
  const nodes = [tree];
  for (const node of nodes) nodes.push(...(node.children ?? []));
  return new Set(nodes.map(({ name, attribs }) => `${name}#${attribs?.id}`));
}
