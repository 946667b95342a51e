import { artifactKind } from './artifact-kind.ts';

const OF_PICTURES =
  'Make it repeat: fixed data or a seed; no date (matplotlib: metadata={"Date": None}); ids that are no ' +
  'chance (matplotlib: svg.hashsalt); a font that is always there; no text with a time or an address.';
const OF_TEXTS =
  'Make it repeat: fixed data or a seed; sorted keys and rows; no date, no address, no random id, and no ' +
  'number that is measured.';

/** How a file can be made to repeat whose runs differ: what usually makes it differ. */
export function fileAdvice(name: string): string {
  return artifactKind(name) === 'picture' ? OF_PICTURES : OF_TEXTS;
}
