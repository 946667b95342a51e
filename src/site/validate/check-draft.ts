import type { Problem } from '../../core/problems/problem.ts';
import { TEMPLATE_TEXTS } from '../article/article-template.ts';
import { frontMatterRange } from '../article/front-matter/front-matter-range.ts';

const DAY_MS = 86_400_000;

/**
 * What is not ready for readers: text that `new` wrote, and a date that has not come anywhere on earth.
 * @param isDraft whether no reader gets it yet: then text may be missing
 */
export function draftProblems(source: string, file: string, now: Date, isDraft = false): Problem[] {
  const tomorrow = new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10);
  const head = source.slice(0, frontMatterRange(source).end).split('\n').length;
  return source.split('\n').flatMap((text, index) => {
    const at = { file, line: index + 1, column: 1 };
    // Below the front matter, a line of the same form is an example of one.
    const keyed =
      index < head ? /^(?<key>subtitle: |summary: |updated: )"?(?<value>.*?)"?$/.exec(text) : null;
    const { key = '', value = text } = keyed?.groups ?? {};
    if (!isDraft && TEMPLATE_TEXTS.some(each => each === value))
      return [{ ...at, title: 'The text is that of the template.', remedy: instead(key) }];
    if (key !== 'updated: ' || !/^\d{4}-\d\d-\d\d$/.test(value) || value <= tomorrow) return [];
    return [{ ...at, title: `updated is in the future: ${value}.`, remedy: LAST_CHANGE }];
  });
}

const LAST_CHANGE = 'Write the day of the last change, such as: updated: 2026-11-22';

const instead = (key: string): string =>
  key === '' ? 'Write your text in its place, or remove the line.' : `${key}… (your text)`;
