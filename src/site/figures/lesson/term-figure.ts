import type { Problem } from '../../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../../core/problems/result.ts';
import { type Glossary, nearestTerm, termOf } from '../../glossary/glossary.ts';

/** The first use of a term in an article. */
export interface TermFigure {
  readonly kind: 'term';
  /** As the sentence has it: `Race conditions`. */
  readonly text: string;
  readonly slug: string;
  /** Its definition, as plain text. */
  readonly definition: string;
  /** Its anchor, unique on its page: `term-race-condition`. */
  readonly id: string;
}

/**
 * `<Term>` → its link and its definition.
 * @param name the term, if the text is another word
 * @param anchors in use on the page; its own is added
 */
export function buildTerm(
  text: string,
  name: string | undefined,
  glossary: Glossary,
  anchors: Set<string>,
  at: Pick<Problem, 'file' | 'line' | 'column'>,
): Result<TermFigure> {
  const asked = name ?? text;
  if (text.trim() === '')
    return fail({ ...at, title: '<Term> is empty.', remedy: '<Term>race condition</Term>' });
  const term = termOf(glossary, asked);
  if (term === undefined) {
    const near = nearestTerm(glossary, asked);
    const written = JSON.stringify(text.trim());
    const meant =
      near === undefined ? '' : `Did you mean "${near}"? <Term name="${near}">${text.trim()}</Term>\n`;
    const entry = `In content/glossary.yaml, a new one is:\n${asked.trim()}:\n  text: >-\n    What it means.`;
    const title =
      name === undefined ? `The glossary has no term ${written}.` : `The glossary has no term "${name}".`;
    return fail({ ...at, title, remedy: `${meant}${entry}` });
  }
  const id = `term-${term.slug}`;
  if (anchors.has(id))
    return fail({
      ...at,
      title: `The term "${term.name}" is explained further above: a tag is at its first use in an article.`,
      remedy: `Without the tag: ${text.trim()}`,
    });
  anchors.add(id);
  return succeed({ kind: 'term', text, slug: term.slug, definition: term.plain, id });
}
