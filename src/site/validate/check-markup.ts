import type { Problem } from '../../core/problems/problem.ts';
import { nearest, suggestion } from '../../core/problems/suggest.ts';
import {
  checkProps,
  COMPONENTS,
  ELEMENTS,
  isRegistered,
  type PropProblem,
} from '../article/component-props.ts';
import { BLOCK_ELEMENTS, ENCLOSING_ELEMENTS, INSTEAD, VOID_ELEMENTS } from '../tags/elements.ts';
import { type Node, positionOf, SPREAD, textOf } from '../article/mdx-tree.ts';
import type { Tag } from '../article/parse-mdx.ts';
import { isReference } from '../tags/reference-tags.ts';
import { AT, isNote } from '../article/notes/example-notes.ts';
import { lessonFindings } from './lesson/lesson-findings.ts';
import { noteFindings } from './notes/check-notes.ts';
import type { Finding } from './problems-at.ts';

/**
 * Everything that is wrong with tags: those that an article may not hold, wrong props, and wrong places.
 * `build-figure.ts` checks the props of examples.
 */
export function tagProblems(tags: readonly Tag[], file: string): Problem[] {
  return tags.flatMap((tag): Problem[] => {
    const { name, position, propPositions, source } = tag;
    const at = ({ line, column }: Place, finding: Finding): Problem => ({ file, line, column, ...finding });
    const atProp = ({ prop, ...finding }: PropProblem): Problem =>
      at(propPositions[prop] ?? position, finding);
    if (!isRegistered(name)) return [at(position, unknownTag(tag))];
    // A note is checked with its example.
    const props = isReference(name) || isNoted(tag) ? [] : checkProps(name, tag.props).problems;
    const lost = lostContent(tag);
    return [
      ...[...props, ...repeatedProps(tag)].map(atProp),
      ...[...misplaced(tag), ...lessonFindings(tag), ...noteFindings(tag)].map(finding =>
        at(position, finding),
      ),
      ...(lost === undefined ? [] : [at(positionOf(lost), lostFinding(tag, source, lost))]),
    ];
  });
}

/** Whether a tag is a note at a line of the example around it. */
const isNoted = ({ name, around }: Tag): boolean => name === AT && around.at(-1)?.name === 'Example';

type Place = Pick<Tag['position'], 'line' | 'column'>;

function unknownTag({ name, props, source }: Tag): Finding {
  if (name === '') return { title: 'A tag has a name.', remedy: 'Remove <> and </>.' };
  if (/^[A-Z]/.test(name))
    return { title: `There is no component <${name}>.`, remedy: suggestion(name, COMPONENTS) };
  const hasFile = 'file' in props;
  const instead = Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : undefined;
  const lower = new Map(COMPONENTS.map(component => [component.toLowerCase(), component]));
  const component =
    (name !== 'output' || hasFile ? lower.get(name.toLowerCase()) : undefined) ??
    (hasFile ? lower.get(nearest(name, lower.keys()) ?? '') : undefined);
  if (component !== undefined)
    return {
      title: `There is no element <${name}>; the name of a component begins with a capital.`,
      remedy: source.replace(name, component),
    };
  const element = nearest(name, ELEMENTS);
  return {
    title: `An article holds no <${name}>.`,
    remedy: instead ?? (element ? `Did you mean <${element}>? If not, remove it.` : 'Remove it.'),
  };
}

function repeatedProps({ name, repeated }: Tag): PropProblem[] {
  return repeated
    .filter(prop => prop !== SPREAD)
    .map(prop => ({ prop, title: `<${name}> has ${prop} twice.`, remedy: 'Remove one of the two.' }));
}

/** Nodes of lines of text: the HTML of a block cannot be in one. */
const LINES = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'linkReference']);

function misplaced({ name, around, enclosing: lines }: Tag): Finding[] {
  const enclosing = around.at(-1);
  // What is beside a note in its paragraph is reported at the example.
  if (name === AT && around.at(-2)?.name === 'Example') return [];
  const needed = ENCLOSING_ELEMENTS[name];
  if (needed !== undefined && !needed.includes(enclosing?.name ?? ''))
    return [
      {
        title: `<${name}> is not directly in <${needed.join('> or <')}>.`,
        remedy:
          (name === AT ? 'Put it between <Example file="…"> and </Example>.' : apart(name, lines)) ??
          `Put it there, with blank lines around the text beside it: <${needed[0]}>`,
      },
    ];
  if (!BLOCK_ELEMENTS.has(name) || !around.some(({ type }) => LINES.has(type))) return [];
  return [{ title: `<${name}> is in a line of text.`, remedy: 'Put blank lines before and after it.' }];
}

/** A tag and the text behind it, which was read as one paragraph: with the blank line that parts them. */
function apart(name: string, paragraph: string): string | undefined {
  const { tag, text = '' } =
    new RegExp(`^(?<tag><${name}>[^\\n]*</${name}>)\\s*(?<text>\\S[\\s\\S]*)$`).exec(paragraph)?.groups ?? {};
  return tag && `A blank line parts it from the text below it:\n${tag}\n\n${text.trimEnd()}`;
}

/** Components that become figures, and show nothing that is between their tags. */
const FIGURES: ReadonlySet<string> = new Set(['Example', 'Output', 'Timeline']);

/** What a tag encloses, although it shows none of it. */
function lostContent({ name, content }: Tag): Node | undefined {
  if (isQuotation(name)) return content.find(({ type }) => type !== 'text' && type !== 'inlineCode');
  if (!VOID_ELEMENTS.has(name) && !FIGURES.has(name)) return undefined;
  const isNoteOf = (node: Node): boolean => name === 'Example' && isNote(node);
  return content.find(node => !isNoteOf(node) && (node.type !== 'text' || node.value?.trim() !== ''));
}

/** Components around a text that is compared or left alone as it is written. */
const isQuotation = (name: string): boolean => ['Value', 'Ratio', 'Literal'].includes(name);

function lostFinding({ name, content }: Tag, source: string, lost: Node): Finding {
  if (isQuotation(name))
    return {
      title: `What is between the tags of <${name}> is plain text.`,
      remedy: `Without marks: ${textOf(lost)}`,
    };
  return {
    title: `<${name}> shows nothing of what is between its tags.`,
    remedy:
      name === 'Example' && content.some(each => isNote(each) || each.children?.some(isNote))
        ? 'Put it behind the example, or into a note at a line: <At line="with lock:">…</At>'
        : `Put it behind the tag: ${source.replace(/\s*>$/, '')} />`,
  };
}
