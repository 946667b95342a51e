import { WORD_LANGUAGES, wordsOf } from '../../../core/words/languages.ts';
import { ANY, beginningOf, escaped } from './sentence-pattern.ts';
import { ALLOWED_ELEMENTS, type Zone } from './rules/allowed-elements.ts';
import { TERMINAL_CLASS } from './read-styles.ts';
import { classesOf, isElement, type PageNode } from '../tree/page-tree.ts';

/** Elements whose text looks as if a program had printed it. */
const LOOKS_PRINTED = ['pre', 'samp', 'output', 'figure', 'xmp', 'listing', 'plaintext', 'textarea'];

/** Elements that an article has only as what their classes name. */
const CONTAINERS = ['div', 'section', 'aside', 'article'];

/** Classes of tokens, of the gaps and indentations of lines, of words before changed lines, of notes. */
const TOKEN = /^(?:t[0-9a-f]{5}|[ni]\d+|long|change|at)$/;

/** What is wrong with a node of a page, as sentences; its children are judged by themselves. */
export function nodeProblems(node: PageNode, zone: Zone): readonly string[] {
  if (node.type === 'comment') return ['A page has no comments.'];
  if (!isElement(node)) return [];
  const allowed = ALLOWED_ELEMENTS[zone];
  if (!Object.hasOwn(allowed, node.name))
    return LOOKS_PRINTED.includes(node.name)
      ? ['A block says nothing of the run that printed it.']
      : [`No page has the element <${node.name}> here.`];
  const words = new Set(allowed[node.name]?.split(' '));
  const unknown = Object.entries(node.attribs).filter(
    ([name, value]) =>
      name !== 'class' &&
      !(zone === 'prose' && name === 'lang') &&
      !words.has(name) &&
      !words.has(`${name}=${value}`),
  );
  const strange = classesOf(node).filter(name =>
    zone === 'pre' ? !TOKEN.test(name) && !TERMINAL_CLASS.test(name) : !words.has(`.${name}`),
  );
  const isPlain = zone === 'prose' && CONTAINERS.includes(node.name) && classesOf(node).length === 0;
  return [
    ...(isPlain ? [`No article has a plain <${node.name}>.`] : []),
    ...unknown.map(([name, value]) => `No <${node.name}> here has the attribute ${name}="${value}".`),
    ...strange.map(name => `No <${node.name}> here has the class "${name}".`),
    ...Object.entries(node.attribs)
      .filter(([name, value]) => isWrongUrl(name, value))
      .map(([name, value]) => `No page has the address ${name}="${value}".`),
  ];
}

/** Whether a browser would run an address, or load something from another site. */
function isWrongUrl(attribute: string, value: string): boolean {
  // Browsers ignore these characters in an address.
  const url = [...value].filter(letter => letter > ' ').join('');
  if (attribute === 'href') return /^[a-z][a-z\d+.-]*:/i.test(url) && !/^(?:https?|mailto):/i.test(url);
  return (attribute === 'src' || attribute === 'srcset') && /^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(url);
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** How sentences begin that claim a verification, in all languages: who lies may choose one. */
const CLAIMS = WORD_LANGUAGES.map(wordsOf).flatMap(({ figure, result, timeline }) =>
  [figure.verified(ANY), result.verified(ANY, ''), timeline.proof(ANY)].map(sentence =>
    escaped(beginningOf(sentence).trim()).replaceAll(/\s+/g, String.raw`\s*`),
  ),
);
const CLAIM = new RegExp(
  [String.raw`(?:verified|recorded from a run)\s*(?:with|by|under)\s*c?python`, ...CLAIMS].join('|'),
  'i',
);

/** Whether a text outside of all blocks claims that a run was verified. */
export function claimsVerification(text: string): boolean {
  return CLAIM.test(text.normalize('NFKC').replaceAll(INVISIBLE, ''));
}
