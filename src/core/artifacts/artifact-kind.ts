/** What a page does with an artifact: it shows a picture, sets a table, or quotes a text. */
export type ArtifactKind = 'picture' | 'table' | 'text';

/** The endings that an artifact may have, without the dot. None is a language that a browser runs. */
const KINDS = {
  png: 'picture',
  svg: 'picture',
  jpg: 'picture',
  gif: 'picture',
  webp: 'picture',
  csv: 'table',
  json: 'text',
  txt: 'text',
  md: 'text',
} as const satisfies Record<string, ArtifactKind>;

export type ArtifactEnding = keyof typeof KINDS;

export const ARTIFACT_ENDINGS = Object.keys(KINDS) as readonly ArtifactEnding[];

/** The name of an artifact, as a pattern: one file without a folder. */
export const ARTIFACT_NAME = `[A-Za-z0-9][A-Za-z0-9_-]*\\.(?:${ARTIFACT_ENDINGS.join('|')})`;

/**
 * Names that no artifact can have: such files beside a sample are its lock and documents of runs; on the
 * site, the last is what a page fetches to run the sample.
 */
export const RESERVED_NAMES: readonly string[] = [
  'timeline.json',
  'outcomes.json',
  'requirements.txt',
  'run.json',
];

/** What an example may have of artifacts. */
export const ARTIFACT_LIMITS = { count: 8, bytes: 1_000_000, name: 60 } as const;

/** The ending of an artifact's name: `plot.svg` → `svg`. */
export function artifactEnding(name: string): ArtifactEnding {
  return name.slice(name.lastIndexOf('.') + 1) as ArtifactEnding;
}

/** `plot.svg` → `picture`. */
export function artifactKind(name: string): ArtifactKind {
  return KINDS[artifactEnding(name)];
}

/** Whether an artifact is compared, and shown in messages, as text. An SVG is a picture, and text too. */
export function isTextArtifact(name: string): boolean {
  return artifactKind(name) !== 'picture' || artifactEnding(name) === 'svg';
}

/** Why a file that a run was to leave could not be read: the words that the shell in the sandbox reports. */
export const ARTIFACT_FAULTS = ['missing', 'link', 'no file', 'unreadable', 'too large'] as const;

export type ArtifactFault = (typeof ARTIFACT_FAULTS)[number];
