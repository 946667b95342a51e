import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { CodeColor } from './code-colors.ts';

const COLORS = [
  'keyword',
  'constant',
  'string',
  'definition',
  'name',
  'comment',
] as const satisfies readonly CodeColor[];

/**
 * An editor that looks like the code of a page, so that nothing moves when it takes the place of that: the
 * measures are those of `styles/figure/code.css`. The properties are of `styles/tokens.css`.
 */
export const pageLook: Extension = EditorView.theme({
  '&': { color: 'var(--code-ink)', backgroundColor: 'var(--code-paper)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', fontSize: 'var(--size-code)', lineHeight: '1.6' },
  '.cm-content': { padding: 'var(--space-3) 0', caretColor: 'var(--code-ink)' },
  '.cm-line': { padding: '0 var(--space-4)' },
  '.cm-line.marked': { backgroundColor: 'var(--mark)', boxShadow: 'inset 3px 0 var(--accent)' },
  '.cm-gutters': { display: 'none' },
  ...Object.fromEntries(COLORS.map(color => [`.${color}`, { color: `var(--code-${color})` }])),
  '@media (min-width: 48rem)': {
    '.cm-gutters': {
      display: 'flex',
      border: '0',
      backgroundColor: 'transparent',
      color: 'var(--quiet)',
      paddingInlineStart: 'calc(var(--space-4) - 0.35rem)',
    },
    '.cm-lineNumbers .cm-gutterElement': {
      minWidth: '1.6rem',
      padding: '0',
      fontSize: '0.75rem',
      lineHeight: 'calc(1.6 * var(--size-code))',
      textAlign: 'end',
    },
    '.cm-line': { paddingInlineStart: '0.85rem' },
  },
});
