import { slug } from 'github-slugger';
import { markdownToMdast } from 'satteri';
import { parse } from 'yaml';
import { collapse } from '../text/expected-text.ts';
import type { PlannedNode } from './planned-node.ts';

/** A term, as the file of the glossary has it. */
export interface AuditedTerm {
  readonly name: string;
  readonly slug: string;
  readonly aliases: readonly string[];
  /** Names of terms. */
  readonly see: readonly string[];
  /** Its definition in Markdown. */
  readonly text: string;
}

type Entry = Readonly<Record<'text', string> & Partial<Record<'aliases' | 'see', readonly string[]>>>;

/** Terms that were read before: each term of each article asks for all of them. */
const known = new Map<string, readonly AuditedTerm[]>();

/** The terms of a glossary, in the order of its page. @param source in YAML; empty if there is none */
export function auditedTerms(source: string): readonly AuditedTerm[] {
  const terms = known.get(source) ?? readTerms(source);
  known.set(source, terms);
  return terms;
}

function readTerms(source: string): readonly AuditedTerm[] {
  const entries = Object.entries((parse(source) ?? {}) as Readonly<Record<string, Entry>>);
  return entries
    .map(([name, { text, aliases = [], see = [] }]) => ({ name, slug: slug(name), aliases, see, text }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The term that a text or a name means. */
export function termNamed(terms: readonly AuditedTerm[], name: string): AuditedTerm | undefined {
  const asked = collapse(name).toLowerCase();
  return terms.find(term => [term.name, ...term.aliases].some(each => each.toLowerCase() === asked));
}

/** A definition without its marks. */
export function plainDefinition({ text }: AuditedTerm): string {
  const plain = (node: PlannedNode): string => node.value ?? (node.children ?? []).map(plain).join('');
  return collapse(plain(markdownToMdast(text) as unknown as PlannedNode));
}

const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  inlineCode: 'code',
};

/** The lines of a definition: each element with its own text, and an address if it has one. */
export function definitionLines({ text }: AuditedTerm, base: string): readonly string[] {
  const linesOf = (node: PlannedNode & { readonly url?: string }): readonly string[] => {
    const { type, url = '', value, children = [] } = node;
    if (type === 'text') return [];
    const own = collapse(
      value ?? children.map(each => (each.type === 'text' ? (each.value ?? '') : '')).join(''),
    );
    const inner = children.flatMap(linesOf);
    if (type === 'link') return [`a[href=${url.startsWith('/') ? base : ''}${url}]: ${own}`, ...inner];
    const element = ELEMENTS[type];
    return element === undefined || own === '' ? inner : [`${element}: ${own}`, ...inner];
  };
  return linesOf(markdownToMdast(text) as unknown as PlannedNode);
}
