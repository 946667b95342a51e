import sharp from 'sharp';
import type { AuditedArtifact } from './audited-artifact.ts';
import { type DrawnSize, drawnSize } from './drawn-size.ts';

/** Wider pictures are shown as a copy of this width. */
const WIDEST = 1600;

/** Where the smaller copy of a picture has to be, and how large it is. */
interface ExpectedCopy extends DrawnSize {
  readonly file: string;
}

/** The copy that a page has to show in place of a picture; undefined if it shows the picture itself. */
export function expectedCopy({ file, bytes }: AuditedArtifact): ExpectedCopy | undefined {
  if (!/\.(?:png|jpg)$/.test(file)) return undefined;
  const { width, height } = drawnSize(file, bytes) ?? { width: 0, height: 0 };
  if (width <= WIDEST) return undefined;
  const scaled = Math.max(1, Math.round((height * WIDEST) / width));
  return { file: file.replace(/\w+$/, `${WIDEST}.webp`), width: WIDEST, height: scaled };
}

/** The bytes that it has to have. */
export async function bytesOfCopy(
  { bytes }: AuditedArtifact,
  { width, height }: ExpectedCopy,
): Promise<Uint8Array> {
  return sharp(bytes).autoOrient().resize(width, height, { fit: 'fill' }).webp({ lossless: true }).toBuffer();
}
