import { styledClaim } from '../plan/text/expected-styles.ts';
import { classesOf, type PageNode, textIn } from '../tree/page-tree.ts';

/** Classes of a terminal's colors, which only an output has. Which it has is compared. */
export const TERMINAL_CLASS = /^(?:[fb]g\d+|bold|dim|italic|underline|reverse|strike)$/;

/** The styles of a block of text as a claim: of an output, all; of code, whether it has any of a terminal. */
export function readStyles(holder: PageNode): string {
  if (holder.name !== 'samp') return hasTerminalClass(holder) ? '[styled=unreadable]' : '';
  const classes: string[] = [];
  for (const node of holder.children ?? []) {
    const isSpan = node.name === 'span' && (node.children ?? []).every(({ type }) => type === 'text');
    if (node.type !== 'text' && !isSpan) return '[styled=unreadable]';
    const text = node.type === 'text' ? (node.data ?? '') : textIn(node);
    classes.push(...Array<string>(text.length).fill(isSpan ? classesOf(node).join(' ') : ''));
  }
  return styledClaim(classes);
}

function hasTerminalClass(node: PageNode): boolean {
  return (
    classesOf(node).some(name => TERMINAL_CLASS.test(name)) || (node.children ?? []).some(hasTerminalClass)
  );
}
