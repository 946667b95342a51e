import type { Words } from '../../words/en/en.ts';
import { z } from 'zod';
import {
  ARTIFACT_ENDINGS,
  ARTIFACT_LIMITS,
  ARTIFACT_NAME,
  artifactEnding,
  RESERVED_NAMES,
} from '../../artifacts/artifact-kind.ts';
import { nearest } from '../../problems/suggest.ts';
import { type Contradiction, contradictionIf, type Keys } from './contradictions.ts';

/** Characters of a text alternative. */
const MAX_ALTERNATIVE = 500;
/** How far colors may lie apart that count as equal: the default of pixelmatch. */
const USUAL_THRESHOLD = 0.1;

const alternative = z.string().trim().min(1).max(MAX_ALTERNATIVE);

/** An artifact as an author writes it. */
const artifact = z.union(
  [
    alternative.describe('What it shows, for readers who do not see it.'),
    z.strictObject({
      alt: alternative.describe('What it shows, for readers who do not see it.'),
      threshold: z
        .number()
        .min(0)
        .max(1)
        .optional()
        .describe('PNG only: how far two colors may lie apart and count as equal; 0.1 unless set.'),
    }),
  ],
  { error: 'is neither text nor a table' },
);

/** The key `artifacts` of a contract: names of files, each with its text alternative. */
export const artifactsTable = z
  .record(z.string(), artifact)
  .refine(all => Object.keys(all).length <= ARTIFACT_LIMITS.count, {
    error: `has too many entries: at most ${ARTIFACT_LIMITS.count}`,
  })
  .meta({
    propertyNames: { pattern: `^${ARTIFACT_NAME}$`, maxLength: ARTIFACT_LIMITS.name },
    maxProperties: ARTIFACT_LIMITS.count,
  })
  .transform(all =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, whole(name, value)])),
  );

/** What a contract says of one artifact. */
export interface Artifact {
  /** What it shows, for readers who do not see it. */
  readonly alt: string;
  /** How far colors of a PNG may lie apart and count as equal, from 0 to 1. */
  readonly threshold: number;
}

export type Artifacts = Readonly<Record<string, Artifact>>;

function whole(name: string, value: z.output<typeof artifact>): Artifact {
  const { alt, threshold } = typeof value === 'string' ? { alt: value, threshold: undefined } : value;
  return { alt, threshold: threshold ?? (artifactEnding(name) === 'png' ? USUAL_THRESHOLD : 0) };
}

const NAME = new RegExp(`^${ARTIFACT_NAME}$`);

/** Names that no artifact can have, and what ends a run before its files can be read. */
export function artifactsContradictions(
  artifacts: Artifacts,
  { hangs, outcomes }: Keys,
): readonly Contradiction[] {
  const names = Object.keys(artifacts);
  const hasAny = names.length > 0;
  return [
    ...names.flatMap((name, index) => nameProblem(name, names.slice(0, index)) ?? []),
    ...Object.entries(artifacts).flatMap(([name, { threshold }]) =>
      artifactEnding(name) === 'png' || threshold === 0
        ? []
        : {
            title: `artifacts: "${name}" is compared byte by byte, so a threshold says nothing of it.`,
            remedy: 'Remove its threshold: only a PNG has one.',
            inner: name,
          },
    ),
    ...contradictionIf(
      hasAny && hangs === true,
      'A sample that hangs is ended, so nothing reads the files that it was to leave.',
      'Remove artifacts, or hangs.',
    ),
    ...contradictionIf(
      hasAny && outcomes !== undefined,
      'Of a race only the counts of its outcomes are recorded, so no file of a run is.',
      'Remove artifacts, or outcomes.',
    ),
  ];
}

function nameProblem(name: string, before: readonly string[]): Contradiction | undefined {
  const same = before.find(other => other.toLowerCase() === name.toLowerCase());
  if (same !== undefined) {
    const title = `artifacts: "${same}" and "${name}" are one file where names have no case.`;
    return { title, remedy: 'Give one of them another name.', inner: name };
  }
  if (RESERVED_NAMES.includes(name.toLowerCase())) {
    const title = `artifacts: "${name}" is the name of a file that Verbatim itself writes beside a sample.`;
    return { title, remedy: `Name it otherwise, in the sample too: "my-${name.toLowerCase()}"`, inner: name };
  }
  if (NAME.test(name) && name.length <= ARTIFACT_LIMITS.name) return undefined;
  const kinds = ARTIFACT_ENDINGS.join(', ');
  const [title, remedy] = [`artifacts: "${name}" is no name of an artifact.`, nearestName(name)];
  return {
    title,
    inner: name,
    remedy:
      remedy === undefined
        ? `Write one file without a folder, with letters, digits, - and _, and one of the endings ${kinds}.`
        : `Name it "${remedy}", here and in the sample.`,
  };
}

/** Endings that people mean by another one. */
const OTHER_ENDINGS: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  tsv: 'csv',
  log: 'txt',
  text: 'txt',
  markdown: 'md',
};

/** The nearest name that an artifact can have; undefined if its ending is that of no artifact. */
function nearestName(name: string): string | undefined {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const [, stem = '', ending = ''] = /^(.*)\.(\w+)$/s.exec(file) ?? [];
  const known = ending.toLowerCase();
  const meant = OTHER_ENDINGS[known] ?? (known === '' ? undefined : nearest(known, ARTIFACT_ENDINGS));
  if (meant === undefined) return undefined;
  const own = stem.replaceAll(/[^A-Za-z0-9_-]+/g, '-').replace(/^[^A-Za-z0-9]+|-+$/g, '');
  return `${own.slice(0, ARTIFACT_LIMITS.name - 5) || 'artifact'}.${meant}`;
}

/** The sentence of the page about pictures, which are compared as eyes do; undefined if there is no PNG. */
export function artifactsSentence(artifacts: Artifacts, words: Words['promise']): string | undefined {
  const thresholds = Object.entries(artifacts)
    .filter(([name]) => artifactEnding(name) === 'png')
    .map(([, { threshold }]) => threshold);
  if (thresholds.length === 0) return undefined;
  return Math.max(...thresholds) <= USUAL_THRESHOLD ? words.pictures : words.pictureColors;
}
