import { nearest } from '../../core/problems/suggest.ts';

/** A term of the glossary. */
export interface GlossaryTerm {
  /** `race condition` */
  readonly name: string;
  /** Its anchor on the page of the glossary: `race-condition`. */
  readonly slug: string;
  /** Other forms that articles use, such as plurals. */
  readonly aliases: readonly string[];
  /** Slugs of terms to read next. */
  readonly see: readonly string[];
  /** Its definition as HTML, for the glossary. */
  readonly html: string;
  /** The same as plain text, for the place in an article where it is used. */
  readonly plain: string;
}

/** All terms of a site. */
export interface Glossary {
  readonly terms: readonly GlossaryTerm[];
}

/** Of a site without terms. */
export const NO_GLOSSARY: Glossary = { terms: [] };

/** The term of a name or an alias, in upper or lower case. */
export function termOf({ terms }: Glossary, name: string): GlossaryTerm | undefined {
  const asked = plainName(name);
  return terms.find(term => [term.name, ...term.aliases].some(each => plainName(each) === asked));
}

/** The name or alias that was most likely meant. */
export function nearestTerm({ terms }: Glossary, name: string): string | undefined {
  const names = terms.flatMap(term => [term.name, ...term.aliases]);
  const near = nearest(plainName(name), names.map(plainName));
  return names.find(each => plainName(each) === near);
}

/** A name as it is compared: a line break in a paragraph is a blank. */
export function plainName(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
