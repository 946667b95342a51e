/** Collects the chunks of one output, and keeps no more than `maxBytes` of them. */
export class CappedBuffer {
  readonly #maxBytes: number;
  readonly #onOverflow: () => void;
  readonly #chunks: Buffer[] = [];
  /** Bytes that were added, including those that were not kept. */
  written = 0;

  /** @param onOverflow called for each chunk that exceeds `maxBytes` */
  constructor(maxBytes: number, onOverflow: () => void) {
    this.#maxBytes = maxBytes;
    this.#onOverflow = onOverflow;
  }

  get hasOverflowed(): boolean {
    return this.written > this.#maxBytes;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  add(chunk: Buffer): void {
    const free = this.#maxBytes - this.written;
    if (free > 0) this.#chunks.push(chunk.subarray(0, free));
    this.written += chunk.length;
    if (this.hasOverflowed) this.#onOverflow();
  }
}
