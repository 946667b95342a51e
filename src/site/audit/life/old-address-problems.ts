import { isDeepStrictEqual } from 'node:util';
import type { PageFinding } from '../page/read-page.ts';
import type { AuditPlan } from '../plan/audit-plan.ts';
import { isElement, type PageNode, pageTree, textIn } from '../tree/page-tree.ts';
import { oldAddresses } from '../heads/expected-addresses.ts';

/** What a page of an old address says of where it leads. */
interface LeadsTo {
  /** The contents of `<meta http-equiv="refresh">`. */
  readonly refresh: readonly string[];
  readonly canonical: readonly string[];
  readonly robots: readonly string[];
  /** Links of its text. */
  readonly links: readonly string[];
}

const WRONG = 'This page does not lead where its article has moved.';

/** Pages of old addresses that lead elsewhere, and other pages that lead anywhere by themselves. */
export function oldAddressProblems(page: string, html: string, plan: AuditPlan): readonly PageFinding[] {
  const { base, origin } = plan;
  const now = oldAddresses(plan).get(page.replace(/\/index\.html$/, ''));
  // Nearly all pages are others, and none of their texts has to be parsed again.
  if (now === undefined && !/http-equiv\s*=\s*["']?\s*refresh|data-moved/i.test(html)) return [];
  const found = leadsTo(pageTree(html));
  if (now === undefined)
    return [{ title: 'This page leads away by itself.', text: found.refresh.join('\n') }];
  const url = `${base}/${now}/`;
  const expected = {
    refresh: [`0; url=${url}`],
    canonical: [`${origin}${url}`],
    robots: ['noindex'],
    links: [url],
  };
  return isDeepStrictEqual(found, expected) ? [] : [{ title: WRONG, text: JSON.stringify(found) }];
}

/** The Markdown at an old address: one line with a link, and nothing else. */
export function oldEditionProblems(
  page: string,
  text: string,
  plan: AuditPlan,
): readonly PageFinding[] | undefined {
  const now = oldAddresses(plan).get(page.replace(/\.md$/, ''));
  if (now === undefined) return undefined;
  const [, url] = /^This page has moved: \[[^\n]+\]\(([^()\n]+)\)\n$/.exec(text) ?? [];
  return url === `${plan.origin}${plan.base}/${now}.md` ? [] : [{ title: WRONG, text }];
}

function leadsTo(tree: PageNode): LeadsTo {
  const found = {
    refresh: [] as string[],
    canonical: [] as string[],
    robots: [] as string[],
    links: [] as string[],
  };
  const visit = (node: PageNode, isText: boolean): void => {
    if (isElement(node)) {
      const { content = '', href = '', rel, name } = node.attribs;
      if (node.attribs['http-equiv']?.trim().toLowerCase() === 'refresh') found.refresh.push(content);
      if (node.name === 'link' && rel === 'canonical') found.canonical.push(href);
      if (node.name === 'meta' && name === 'robots') found.robots.push(content);
      if (isText && node.name === 'a' && textIn(node).trim() !== '') found.links.push(href);
    }
    for (const child of node.children ?? []) visit(child, isText || node.name === 'main');
  };
  visit(tree, false);
  return found;
}
