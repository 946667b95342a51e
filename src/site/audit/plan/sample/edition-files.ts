import type { Words } from '../../../../core/words/en/en.ts';
import type { SampledExample } from './audited-sample.ts';
import { collapse } from '../text/expected-text.ts';
import { expectedFiles } from './expected-files.ts';

/** A text of a Markdown edition, and the file that it is. */
interface EditionText {
  readonly facts: Readonly<Record<'file' | 'of', string>>;
  readonly text: string;
}

/** What a Markdown edition has of the files beside the one that runs. */
export interface EditionFiles {
  readonly texts: readonly EditionText[];
  readonly claims: readonly string[];
}

/** The blocks of the files of an example, and its sentences about those that it does not show. */
export function editionFiles(example: SampledExample, words: Words['runLine']): EditionFiles {
  const { tabs, others } = expectedFiles(example, words) ?? { tabs: [], others: [] };
  const why = (name: string, note: string): string => collapse(words.notShown(name, note));
  return {
    texts: tabs.flatMap(({ name, text }) =>
      text ? [{ facts: { file: encodeURIComponent(name), of: example.id }, text }] : [],
    ),
    claims: [
      ...tabs.flatMap(({ name, note }) => (note === undefined ? [] : [why(name, note)])),
      ...others.map(({ name, bytes }) => why(name, words.long(bytes))),
      ...(example.sample?.archive === undefined
        ? []
        : [`${words.archive} ${example.sample.archive.split('/').at(-1)}`]),
    ],
  };
}
