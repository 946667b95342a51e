/** A label with the place that it asks for. */
interface Asking {
  /** Where what it labels begins: a line leads from there down to it. */
  readonly x: number;
  readonly width: number;
}

/** A label in its place: on row 0, beside what it labels, or further down. */
export type Packed<T> = T & { readonly left: number; readonly row: number };

/** Free space between two labels of one row. */
const GAP = 8;
/** A label that finds no place in so many rows is left out: the list below a drawing has it. */
const MAX_ROWS = 4;

/**
 * Gives each label the first row in which it overlaps no other, and in which the line that leads to it
 * crosses none. From right to left: what a label begins right of its line never hides the line.
 */
export function packLabels<T extends Asking>(labels: readonly T[], right: number): readonly Packed<T>[] {
  const packed: Packed<T>[] = [];
  for (const label of labels.toSorted((a, b) => b.x - a.x)) {
    const left = Math.min(label.x, right - label.width);
    const isFree = (row: number): boolean =>
      packed.every(
        other =>
          (other.row !== row ||
            other.left >= left + label.width + GAP ||
            other.left + other.width + GAP <= left) &&
          (other.row >= row || other.left > label.x || other.left + other.width < label.x),
      );
    let row = 0;
    while (row < MAX_ROWS && !isFree(row)) row += 1;
    if (row < MAX_ROWS) packed.push({ ...label, left, row });
  }
  return packed;
}
