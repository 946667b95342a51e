import { ensureSyntaxTree, LanguageSupport, syntaxTree } from '@codemirror/language';
import { pythonLanguage } from '@codemirror/lang-python';
import type { Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { coloredParts } from './code-colors.ts';

/** Milliseconds that a change waits for its colors. A sample takes a few; of more, the rest comes later. */
const PARSING = 100;

/** What is colored is what can be seen: an editor draws no other lines. */
function decorations({ state, viewport, visibleRanges }: EditorView): DecorationSet {
  const source = state.doc.toString();
  const tree = ensureSyntaxTree(state, viewport.to, PARSING) ?? syntaxTree(state);
  const parts = visibleRanges.flatMap(({ from, to }) => coloredParts(tree, source, from, to));
  return Decoration.set(
    parts.map(({ from, to, color }) => Decoration.mark({ class: color }).range(from, to)),
    true,
  );
}

const colors = ViewPlugin.define(
  view => ({
    decorations: decorations(view),
    update({ view: now, docChanged, viewportChanged, startState, state }: ViewUpdate) {
      if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state))
        this.decorations = decorations(now);
    },
  }),
  { decorations: plugin => plugin.decorations },
);

/** Python, indented as its lines ask for, in the colors of the page. */
export const python: Extension = [new LanguageSupport(pythonLanguage), colors];
