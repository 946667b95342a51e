/** A line of code, by its number in its own file, 1-based. */
interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/** A line of a variant beside its original. */
export interface VariantLine extends NumberedLine {
  /** `line` counts in the original if it was removed, and in the variant if not. */
  readonly kind: 'kept' | 'removed' | 'added';
  /** Its place, from 0, in the lines that were given: of the original if it was removed. */
  readonly index: number;
}

/**
 * The lines of a variant with those that its change takes out. A line is kept if it is the same text in the
 * same place of the original. Between two kept lines, removed ones are first.
 * @param originalLines for each line of the variant that of the original, both 1-based
 */
export function variantLines(
  original: readonly NumberedLine[],
  variant: readonly NumberedLine[],
  originalLines: readonly number[],
): readonly VariantLine[] {
  const places = new Map(original.map(({ line }, place) => [line, place]));
  const changed: VariantLine[] = [];
  let added: VariantLine[] = [];
  let next = 0;
  const endChange = (to: number): void => {
    for (const [at, each] of original.slice(next, to).entries())
      changed.push({ kind: 'removed', index: next + at, ...each });
    changed.push(...added);
    added = [];
  };
  for (const [index, each] of variant.entries()) {
    const at = places.get(originalLines[each.line - 1] ?? 0) ?? -1;
    if (at < next || original[at]?.text !== each.text) added.push({ kind: 'added', index, ...each });
    else {
      endChange(at);
      changed.push({ kind: 'kept', index, ...each });
      next = at + 1;
    }
  }
  endChange(original.length);
  return changed;
}
