import { showWhitespace } from '../../core/text/diff.ts';
import type { Problem } from '../../core/problems/problem.ts';
import type { PageFinding } from './page/read-page.ts';

const REMEDY =
  'Nothing may be published that no run printed: ' +
  'build again, and if this stays, mend what renders the page.';

/** What is wrong with a file of a site. @param file relative to the site */
export function findingProblem(file: string, { title, text }: PageFinding): Problem {
  return { file: `dist/${file}`, title, detail: excerptOf(text), remedy: REMEDY };
}

/** The beginning of a text, with its blanks made visible. */
function excerptOf(text: string): string | undefined {
  const lines = text.trimEnd().split('\n').slice(0, 6);
  return text.trim() === ''
    ? undefined
    : lines.map(line => `    ${showWhitespace(line.slice(0, 100))}`).join('\n');
}
