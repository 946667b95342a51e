/** A part of a PNG: its type, such as `IDAT`, and its bytes. */
export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and checksum around the bytes of a chunk. */
const FRAME = 12;

/** The chunks of a PNG, up to and with its end; undefined if the bytes are none, or go on after it. */
export function pngChunks(bytes: Uint8Array): readonly PngChunk[] | undefined {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  let at = SIGNATURE.length;
  while (at + FRAME <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + FRAME + length;
    if (end > bytes.length) return undefined;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4) });
    at = end;
    if (type === 'IEND') return at === bytes.length ? chunks : undefined;
  }
  return undefined;
}

/** Chunks that say how the colors of pixels are meant. */
const COLOR_CHUNKS = ['gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'mDCV', 'cLLI'];

/** How a PNG says that its colors are meant: equal for two pictures that show equal pixels equally. */
export function colorMeaning(bytes: Uint8Array): string {
  return (pngChunks(bytes) ?? [])
    .filter(({ type }) => COLOR_CHUNKS.includes(type))
    .map(({ type, data }) => `${type} ${Buffer.from(data).toString('hex')}`)
    .sort()
    .join('\n');
}

/** Chunks that change nothing of what is decoded: texts, dates and hints. */
const SILENT_CHUNKS = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'pHYs', 'sBIT', 'bKGD', 'hIST', 'sPLT'];
const PIXEL_CHUNKS = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];

/** A chunk that browsers show, and the decoder does not: an animation, a turn; undefined if there is none. */
export function foreignChunk(chunks: readonly PngChunk[]): string | undefined {
  const known = [...PIXEL_CHUNKS, ...COLOR_CHUNKS, ...SILENT_CHUNKS];
  return chunks.find(({ type }) => !known.includes(type))?.type;
}
