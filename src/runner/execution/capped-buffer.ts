/** The chunks of an output as they come, no more than `maxBytes` in all. */
export class Output {
  readonly #maxBytes: number;
  readonly #chunks: Buffer[] = [];
  /** Bytes that came, beyond that too. */
  written = 0;
  #onTooLong: (() => void) | undefined;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get isTooLong(): boolean {
    return this.written > this.#maxBytes;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  /** What is to be done when there is more; at once, where there is. */
  set onTooLong(act: () => void) {
    this.#onTooLong = act;
    if (this.isTooLong) act();
  }

  add(bytes: Buffer): void {
    const room = this.#maxBytes - this.written;
    if (room > 0) this.#chunks.push(bytes.subarray(0, room));
    this.written += bytes.length;
    if (this.isTooLong) this.#onTooLong?.();
  }
}
