import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * Input that takes the place of several lines. Left to Chromium, it keeps the look of the text by an inline
 * style, of which the policy of the page complains.
 */
export const plainInput: Extension = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { inputType, data } = event;
    const text = inputType === 'insertText' ? data : inputType.startsWith('delete') ? '' : null;
    const isSimple = view.state.selection.main.empty && text?.includes('\n') !== true;
    if (text === null || isSimple || event.isComposing || !event.cancelable) return false;
    const userEvent = text === '' ? 'delete.selection' : 'input.type';
    view.dispatch(view.state.replaceSelection(text), { userEvent, scrollIntoView: true });
    return true;
  },
});
