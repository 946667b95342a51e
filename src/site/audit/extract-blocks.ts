import { Parser } from 'htmlparser2';

/** A block of a built page, as a browser's parser reads it. */
export interface Block {
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface OpenBlock {
  readonly name: string;
  /** How many elements were open when it began. */
  readonly depth: number;
  readonly block: { text: string; readonly attributes: Block['attributes'] };
}

/**
 * All blocks of a page, in order: each `<pre>`, each `<samp>` outside of one, and each value in the text.
 * A tree of the page would take several times as long.
 */
export function blocksOf(html: string): readonly Block[] {
  const blocks: Block[] = [];
  const open: OpenBlock[] = [];
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      const isBlock =
        name === 'samp'
          ? open.every(outer => outer.name !== 'pre')
          : name === 'pre' || 'data-value' in attributes;
      if (!isBlock) return;
      const block = { text: '', attributes };
      open.push({ name, depth, block });
      blocks.push(block);
    },
    ontext: text => {
      for (const { block } of open) block.text += text;
    },
    onclosetag: () => {
      if (open.at(-1)?.depth === depth) open.pop();
      depth -= 1;
    },
  });
  parser.end(html);
  return blocks;
}
