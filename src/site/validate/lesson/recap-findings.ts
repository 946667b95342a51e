import { type Node, walk } from '../../article/mdx-tree.ts';
import type { Tag } from '../../article/parse-mdx.ts';
import type { LessonFinding } from './lesson-finding.ts';

const EXAMPLE = '- [What a lock is for](#a-lost-update)';
/** Nodes that lead somewhere. */
const LINKS: ReadonlySet<string> = new Set(['link', 'linkReference']);

/** A recap is one list, and each of its items leads to where the article shows it. */
export function recapFindings({ content }: Pick<Tag, 'content'>): LessonFinding[] {
  const [list, ...others] = content;
  if (list?.type !== 'list' || others.length > 0)
    return [
      {
        title: '<Recap> is not one list, with blank lines around it.',
        remedy: `<Recap>\n\n${EXAMPLE}\n\n</Recap>`,
      },
    ];
  const bare = (list.children ?? []).filter(item => ![...walk(item)].some(([node]) => isLink(node)));
  return bare.map(item => ({
    title: `An item of <Recap> leads nowhere: "${wordsOf(item)}".`,
    remedy: `Link to the section or the example that shows it: ${EXAMPLE}`,
  }));
}

const isLink = ({ type, name }: Node): boolean => LINKS.has(type) || name === 'a';

/** The beginning of a text, for a message. */
function wordsOf(item: Node): string {
  const text = [...walk(item)].map(([{ value = '' }]) => value).join('');
  return text.length > 50 ? `${text.slice(0, 50).trimEnd()} …` : text;
}
