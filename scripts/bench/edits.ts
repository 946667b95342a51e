import { join } from 'node:path';

/** Something that an author does, and what the open page then shows. */
export interface Edit {
  readonly name: string;
  /** The file, below the site. */
  readonly file: string;
  /** Its text → its text in this round. */
  readonly change: (text: string, round: number) => string;
  /** Where the page shows it: a selector. */
  readonly where: string;
  /** What it shows there in this round. */
  readonly shows: (round: number) => string;
  /** Whether what it costs includes the time of the sample itself. */
  readonly runs: boolean;
}

const word = (round: number): string => `round-${round}-of-many`;

/** One of each kind, all in the first article of a generated site. */
export const EDITS: readonly Edit[] = [
  {
    name: 'sample',
    file: 'examples/track_001/topic_0001_1.py',
    change: (text, round) => text.replace(/^words = .*$/m, `words = ["${word(round)}"]`),
    where: '.panel.out samp',
    shows: round => `${word(round)} 1`,
    runs: true,
  },
  {
    name: 'recording',
    file: 'examples/track_001/topic_0001_2.out',
    change: (text, round) => text.replace(/^.*$/m, word(round)),
    where: '.difference samp',
    shows: word,
    runs: false,
  },
  {
    name: 'article',
    file: 'content/track-001/topic-0001.mdx',
    change: (text, round) => text.replace(/^See also .*$|^The round-.*$/m, `The ${word(round)}.`),
    where: '.prose p',
    shows: word,
    runs: false,
  },
  {
    name: 'component',
    file: 'src/components/figure/OutputPanel.astro',
    change: (text, round) =>
      text.replace(/<span>\{label\}.*<\/span>/, `<span>{label}, ${word(round)}</span>`),
    where: '.panel .label',
    shows: word,
    runs: false,
  },
];

/** The file of an edit in a site. */
export function fileOf(site: string, { file }: Edit): string {
  return join(site, file);
}
