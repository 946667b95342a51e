import { slug } from 'github-slugger';
import type { Problem } from '../../core/problems/problem.ts';
import type { Heading } from '../article/parse-mdx.ts';
import { type Finding, problemsAt } from './problems-at.ts';

/** An id that fits into an address as it is. */
const OWN_ID = /^[\p{Ll}\p{Lo}\p{N}]+(?:[-_][\p{Ll}\p{Lo}\p{N}]+)*$/u;

/** Ids that pages have around their articles. */
const TAKEN = ['content', 'footnote-label'];

/** Headings that make no outline. Screen readers navigate by headings, and links lead to their anchors. */
export function headingProblems(headings: readonly Heading[], file: string): Problem[] {
  /** The line of the first heading of each anchor, without the numbers that make anchors unique. */
  const firstLines = new Map<string, number>();
  const ownIds = new Set(headings.flatMap(({ id, isOwn }) => (isOwn ? id : [])));
  return problemsAt(headings, file, (heading, index) => {
    const { depth, text, id, isOwn, position } = heading;
    const before = headings[index - 1]?.depth ?? 1;
    const deepest = Math.max(2, before + 1);
    const above = index === 0 ? 'the title' : `one of level ${before}`;
    const anchor = isOwn ? id : slug(text);
    const firstLine = firstLines.get(anchor);
    firstLines.set(anchor, firstLine ?? position.line);
    const isEmpty = text.trim() === '';
    const first = 'A heading of the first level: the title of the article is the only one.';
    const skips = `A heading of level ${depth} follows ${above}: a level is left out.`;
    const twice = `A second heading is called "${text}", as in line ${firstLine}: a link may lead to either.`;
    const again = { title: twice, remedy: TWICE };
    return [
      isEmpty && { title: 'A heading without a text.', remedy: 'Give it one, or remove it.' },
      depth === 1 && { title: first, remedy: `## ${text}` },
      depth > deepest && { title: skips, remedy: `${'#'.repeat(deepest)} ${text}` },
      firstLine !== undefined && !isEmpty && (ownIds.has(anchor) ? sameId(heading, firstLine) : again),
      ...idFindings(heading),
    ];
  });
}

const TWICE = 'Give each heading of an article a text of its own, or an id: ## A heading {#own-id}';

function sameId({ text, id, depth }: Heading, line: number): Finding {
  return {
    title: `The heading in line ${line} has the id "${id}" too: a link may lead to either.`,
    remedy: withId(depth, text, `${id}-2`),
  };
}

/** What is wrong with the braces at the end of a heading. */
function idFindings({ depth, text, id, isOwn, others }: Heading): readonly (Finding | false)[] {
  const words = id.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const right = words.filter(word => word !== '').join('-') || 'own-id';
  const more = others.map(name => (name === 'className' ? 'class' : name)).join(', ');
  return [
    others.length > 0 && {
      title: `The braces at the end of a heading hold its id and nothing else, not ${more}.`,
      remedy: withId(depth, text, isOwn ? right : 'own-id'),
    },
    isOwn &&
      !OWN_ID.test(id) && {
        title: `"${id}" is no id: it is lower-case words with hyphens between them.`,
        remedy: withId(depth, text, right),
      },
    TAKEN.includes(id) && {
      title: `The page itself has the id "${id}": a link would lead there.`,
      remedy: withId(depth, text, `the-${id}`),
    },
  ];
}

const withId = (depth: number, text: string, id: string): string => `${'#'.repeat(depth)} ${text} {#${id}}`;
