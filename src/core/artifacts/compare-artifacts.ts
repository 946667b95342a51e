import { differingPixels } from '../pictures/compare-pictures.ts';
import { isBitmap } from '../pictures/bitmap.ts';
import { colorMeaning } from '../pictures/png-chunks.ts';
import { readPng } from '../pictures/read-png.ts';
import { difference } from '../text/diff.ts';
import { fingerprint } from '../text/hash.ts';
import { splitLines } from '../text/lines.ts';
import { artifactEnding, isTextArtifact } from './artifact-kind.ts';

/** Files by name. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Artifacts with how far the colors of each may lie apart. */
type Promises = Readonly<Record<string, { readonly threshold: number }>>;

/** How an artifact of a run differs from the recorded one. */
export interface ArtifactDifference {
  readonly name: string;
  /** How much differs, as the end of a sentence; empty if the lines below show it. */
  readonly summary: string;
  /** Lines of a text that differ. */
  readonly text?: string | undefined;
  /** 1-based line of the recorded text at which the difference begins. */
  readonly line?: number | undefined;
}

/** The artifacts that differ from those that were recorded, except where their contract permits it. */
export function artifactDifferences(
  recorded: Files | undefined,
  actual: Files | undefined,
  promised: Promises = {},
): readonly ArtifactDifference[] {
  return Object.entries(promised).flatMap(([name, { threshold }]) => {
    const [before, after] = [recorded?.get(name), actual?.get(name)];
    if (before === undefined && after === undefined) return [];
    if (before === undefined) return { name, summary: 'it was never recorded' };
    if (after === undefined) return { name, summary: 'it was not written' };
    return artifactDifference(name, before, after, threshold) ?? [];
  });
}

function artifactDifference(
  name: string,
  before: Uint8Array,
  after: Uint8Array,
  threshold: number,
): ArtifactDifference | undefined {
  if (Buffer.compare(before, after) === 0) return undefined;
  if (isTextArtifact(name)) {
    const [recorded, actual] = [before, after].map(bytes => splitLines(TEXT.decode(bytes)));
    const found = recorded && actual && difference(recorded, actual);
    if (found !== undefined) return { name, summary: '', ...found };
  }
  const compared = artifactEnding(name) === 'png' ? comparePngs(before, after, threshold) : 'bytes';
  if (compared === undefined) return undefined;
  return { name, summary: compared === 'bytes' ? describeBytes(before, after) : compared };
}

/** A byte order mark is a character that differs. */
const TEXT = new TextDecoder('utf-8', { ignoreBOM: true });

/** How the pixels of two pictures differ; undefined if none does, `bytes` if one of them has none. */
function comparePngs(before: Uint8Array, after: Uint8Array, threshold: number): string | undefined {
  const [recorded, actual] = [readPng(before), readPng(after)];
  if (!isBitmap(recorded) || !isBitmap(actual)) return 'bytes';
  const { width, height } = recorded;
  if (width !== actual.width || height !== actual.height)
    return `it has ${actual.width} × ${actual.height} pixels, and ${width} × ${height} are recorded`;
  if (colorMeaning(before) !== colorMeaning(after))
    return 'it says of its colors that they are meant otherwise';
  const found = differingPixels(recorded, actual, threshold);
  if (found === undefined) return undefined;
  const { left, top, right, bottom } = found.box;
  const verb = found.count === 1 ? 'differs' : 'differ';
  return `${found.count} of ${width * height} pixels ${verb}, in x = ${left}…${right}, y = ${top}…${bottom}`;
}

function describeBytes(before: Uint8Array, after: Uint8Array): string {
  const [recorded, actual] = [before, after].map(
    bytes => `${bytes.length} bytes with the digest ${fingerprint([bytes]).slice(0, 12)}`,
  );
  return `it has ${actual}, and ${recorded} are recorded`;
}
