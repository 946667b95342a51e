import type { Words } from '../../../../core/words/en/en.ts';
import { collapse } from '../text/expected-text.ts';
import type { AuditedArtifact } from './audited-artifact.ts';
import { expectedContent, moreText } from './expected-artifact.ts';

/** A file in a Markdown edition, as `page/read-artifacts.ts` reads it: the line above, and what is shown. */
export interface EditionArtifact {
  /** `Picture plot.svg (CPython 3.13.0, verified):` */
  readonly line: string;
  /** The address of the file. */
  readonly url: string;
  /** Address and text alternative of a picture, or rows of a table. Absent for a text, which is a fence. */
  readonly shown?: readonly (readonly string[])[] | undefined;
}

/** What a Markdown edition has to show of a file. @param by who verified it @param site its address */
export function editionArtifact(
  artifact: AuditedArtifact,
  by: string,
  site: string,
  result: Words['result'],
): EditionArtifact {
  const { name, alt, file } = artifact;
  const url = `${site}/${file}`;
  const content = expectedContent(artifact);
  const head = `${result[content.kind]} ${name} ${by}`;
  if (content.kind === 'picture') return { line: `${head}:`, url, shown: [[url, alt]] };
  const left = content.more === 0 ? '' : result.without(moreText(content.kind, content.more, result));
  const line = `${head}${left}: ${collapse(alt)}`;
  return { line, url, shown: content.kind === 'table' ? [content.head, ...content.rows] : undefined };
}
