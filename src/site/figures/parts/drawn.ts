/** A formula of an article. */
export interface FormulaFigure {
  readonly kind: 'formula';
  readonly mathml: string;
  /** Whether it is on a line of its own. */
  readonly isBlock: boolean;
  /** Whether it may be wider than a phone, so that it scrolls by itself. */
  readonly isWide: boolean;
}

/** A graph that a fence describes. */
export interface DiagramFigure {
  readonly kind: 'diagram';
  readonly svg: string;
  /** What it shows, for readers who do not see it. */
  readonly alt: string;
  /** HTML; absent if it has none. */
  readonly caption?: string | undefined;
  readonly isWide: boolean;
}

/** A picture with a caption, or with another picture for dark pages. The article itself has the pictures. */
export interface PictureFigure {
  readonly kind: 'picture';
  /** HTML; absent if it has none. */
  readonly caption?: string | undefined;
  /** Whether it is alone, not in a line of text. */
  readonly isBlock: boolean;
}
