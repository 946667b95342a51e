/** A node of the tree of an article, as the audit reads it. */
export interface PlannedNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly depth?: number;
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly identifier?: string;
  /** Of a picture. */
  readonly url?: string;
  readonly alt?: string | null;
  readonly title?: string | null;
  /** Whether its paragraph holds nothing else. */
  readonly isAlone?: boolean;
  readonly children?: readonly PlannedNode[];
  readonly attributes?: readonly {
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
  }[];
}

/** A node, and how many folds it is in besides those around it. */
export interface FoldedNode {
  readonly node: PlannedNode;
  readonly folds: number;
}
