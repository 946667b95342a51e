import type { Problem } from '../../../core/problems/problem.ts';
import { textOf, type Node, walk } from '../../article/mdx-tree.ts';
import { AT } from '../../article/notes/example-notes.ts';
import type { Tag } from '../../article/parse-mdx.ts';

/** What a note on a line of code may hold: text, as in a paragraph. */
const NODES = new Set('text emphasis strong delete inlineCode link linkReference paragraph'.split(' '));
const TAGS = new Set(
  'Value Ratio Literal a abbr b bdi cite del dfn em i ins kbd mark q s small strong sub sup u var'.split(' '),
);

type Finding = Required<Pick<Problem, 'title' | 'remedy'>>;

/** What is wrong with a note on a line, besides its props. */
export function noteFindings({ name, content, source }: Pick<Tag, 'name' | 'content' | 'source'>): Finding[] {
  if (name !== AT) return [];
  if (content.map(textOf).join('').trim() === '')
    return [
      {
        title: '<At> has no text.',
        remedy: `${source.replace(/\s*(?:\/>|><\/At>)$/, '>')}What the line does.</At>`,
      },
    ];
  const strange = content.flatMap(each => [...walk(each)]).find(([node]) => !isText(node))?.[0];
  if (strange === undefined) return [];
  return [
    {
      title: `<At> holds text alone, and this one holds ${nameOf(strange)}.`,
      remedy: 'Say it in a sentence, and put the rest below the example.',
    },
  ];
}

function isText({ type, name }: Node): boolean {
  return NODES.has(type) || (type.startsWith('mdxJsx') && TAGS.has(name ?? ''));
}

const NAMES: Readonly<Record<string, string>> = {
  code: 'a block of code',
  image: 'a picture',
  imageReference: 'a picture',
  list: 'a list',
  heading: 'a heading',
  table: 'a table',
  blockquote: 'a quotation',
  footnoteReference: 'a footnote',
  break: 'a line break',
};

function nameOf({ type, name }: Node): string {
  return NAMES[type] ?? (type.startsWith('mdxJsx') ? `<${name}>` : 'something else');
}
