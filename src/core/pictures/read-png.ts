import { LIBRARIES } from './libraries.ts';
import { type Bitmap, type PictureFault, sizeFault } from './bitmap.ts';
import { foreignChunk, pngChunks } from './png-chunks.ts';

const NO_PNG: PictureFault = {
  fault: 'is no PNG that can be decoded',
  remedy: 'Let a library write it, and close the file before the sample ends.',
};

/** The bytes of a PNG → its pixels, or why no page shows it. */
export function readPng(bytes: Uint8Array): Bitmap | PictureFault {
  const chunks = pngChunks(bytes);
  const [header] = chunks ?? [];
  if (chunks === undefined || header?.type !== 'IHDR' || header.data.length !== 13) return NO_PNG;
  // Asked before it is decoded: a small file can claim a size that no memory holds.
  const view = new DataView(header.data.buffer, header.data.byteOffset);
  const fault = sizeFault({ width: view.getUint32(0), height: view.getUint32(4) });
  if (fault !== undefined) return fault;
  const foreign = foreignChunk(chunks);
  if (foreign !== undefined)
    return {
      fault: `holds a chunk ${foreign}, so browsers may show something else than its pixels`,
      remedy: 'Write one picture, without an animation or a turn by metadata.',
    };
  // The decoder sets no bound to what an interlaced picture inflates to.
  if (header.data[12] !== 0) return { fault: 'is interlaced', remedy: 'Write it without interlacing.' };
  try {
    const { width, height, data } = LIBRARIES.pngjs().PNG.sync.read(Buffer.from(bytes));
    if (data.length !== width * height * 4) return NO_PNG;
    // Of its own memory: comparing reads four bytes at once.
    return { width, height, data: new Uint8Array(data) };
  } catch {
    return NO_PNG;
  }
}
