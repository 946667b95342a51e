/** Bits of each channel that tell two colours apart: sixteen steps of a soft edge, and all colours of a card stay below 256. */
const BITS = 4;
const SHIFT = 8 - BITS;
const NONE = -1;
const MOST = 256;

/** Gives colours numbers, in the order in which they come: nearly equal ones have one number, that of the first. */
export class Palette {
  readonly #numbers: Int16Array;
  readonly #colours: number[];

  /** @param colours those that must keep their very value, `0xfcfbf8` */
  constructor(colours: readonly number[]) {
    this.#numbers = new Int16Array(1 << (3 * BITS)).fill(NONE);
    this.#colours = [];
    for (const colour of colours) this.number(colour >> 16, (colour >> 8) & 255, colour & 255);
  }

  get colours(): readonly number[] {
    return this.#colours;
  }

  number(red: number, green: number, blue: number): number {
    const bucket = ((red >> SHIFT) << (2 * BITS)) | ((green >> SHIFT) << BITS) | (blue >> SHIFT);
    const known = this.#numbers[bucket] as number;
    if (known !== NONE) return known;
    const colour = (red << 16) | (green << 8) | blue;
    const number = this.#colours.length < MOST ? this.#colours.push(colour) - 1 : this.#nearest(colour);
    this.#numbers[bucket] = number;
    return number;
  }

  /** The same colours, to be added to without changing these. */
  copy(): Palette {
    return new Palette(this.#colours);
  }

  #nearest(colour: number): number {
    const distance = (other: number): number =>
      [16, 8, 0].reduce(
        (sum, shift) => sum + Math.abs(((colour >> shift) & 255) - ((other >> shift) & 255)),
        0,
      );
    return this.#colours.reduce(
      (best, each, index) => (distance(each) < distance(this.#colours[best] as number) ? index : best),
      0,
    );
  }
}
