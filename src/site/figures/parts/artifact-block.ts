import type { Words } from '../../../core/words/en/en.ts';
import type { PictureSize } from '../../../core/artifacts/picture-size.ts';

/** A table as a page shows it. */
export interface ShownTable {
  /** The first row. */
  readonly head: readonly string[];
  /** The first of the others, each as long as the head. */
  readonly rows: readonly (readonly string[])[];
  /** How many rows are left out. */
  readonly more: number;
  /** Whether each column holds numbers alone. */
  readonly numeric: readonly boolean[];
}

/** A file that a run left, as the panel of a figure shows it. */
export interface ArtifactBlock {
  /** `plot.svg` */
  readonly name: string;
  /** What it shows, in the words of the contract. */
  readonly alt: string;
  /** The file with its bytes, by its path in the site: `examples/threading/plot/plot.svg`. */
  readonly file: string;
  /** Its bytes as an address: only a dev server shows files that no build has verified. */
  readonly dataUrl?: string | undefined;
  readonly shown: ShownPicture | ShownTablePanel | ShownTextPanel;
}

/** A picture, which `<img>` shows: whatever is in it, no browser runs it. */
export interface ShownPicture {
  readonly kind: 'picture';
  /** Absent if its bytes do not say it. */
  readonly size?: PictureSize | undefined;
  /** A smaller copy to show in place of a very wide picture, by its path in the site. */
  readonly copy?: string | undefined;
}

interface ShownTablePanel extends ShownTable {
  readonly kind: 'table';
}

interface ShownTextPanel {
  readonly kind: 'text';
  readonly html: string;
  /** How many lines are shown, and how many are left out. */
  readonly lineCount: number;
  readonly more: number;
}

/** `1 more row`, `23 more lines`. Pages and Markdown editions share it. */
export function moreWords(count: number, kind: 'table' | 'text', result: Words['result']): string {
  return kind === 'table' ? result.moreRows(count) : result.moreLines(count);
}
