import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** Marks the line at an offset of the text; undefined marks none. */
export const markLine = StateEffect.define<number | undefined>();

const LINE = Decoration.line({ class: 'marked', attributes: { 'aria-current': 'true' } });

/** One marked line at most, until the text changes. */
export const markedLine: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marked, { docChanged, effects }) => {
    const asked = effects.findLast(effect => effect.is(markLine));
    if (asked !== undefined)
      return asked.value === undefined ? Decoration.none : Decoration.set(LINE.range(asked.value));
    return docChanged ? Decoration.none : marked;
  },
  provide: field => EditorView.decorations.from(field),
});
