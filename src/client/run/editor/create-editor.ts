import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { indentOnInput, indentUnit } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, gutters, keymap, lineNumbers } from '@codemirror/view';
import { numberedLines } from '../../lines/numbered-lines.ts';
import { type EditedPart, editedPart } from './edited-part.ts';
import type { Editor, EditorOptions } from './editor.ts';
import { markedLine, markLine } from './marked-line.ts';
import { pageLook } from './page-look.ts';
import { plainInput } from './plain-input.ts';
import { runWords } from '../../words/run-words.ts';
import { python } from './python-colors.ts';

/** Milliseconds after Escape in which Tab leaves; any other key ends them. */
const TAB_LEAVES = 60_000;

/** Puts an editor in the place of the code of a figure, and hides that. */
export function createEditor({ code, source, onRun, label }: EditorOptions): Editor {
  const shown = numberedLines(code.querySelector('code') ?? code).map(([number]) => number);
  const part = editedPart(source, shown);
  const host = document.createElement('div');
  host.className = 'editor';
  // The policy of the page allows no style element. In a shadow root, CodeMirror adopts its style sheet.
  const root = host.attachShadow({ mode: 'open' });
  const keys = document.createElement('p');
  keys.id = 'keys';
  keys.hidden = true;
  // What those who hear the page have to know before they type.
  keys.textContent = runWords().editorKeys;
  root.append(keys);
  const state = EditorState.create({ doc: part.text, extensions: extensions(part, label, onRun) });
  const view = new EditorView({ state, root, parent: root });
  code.after(host);
  code.hidden = true;
  view.focus();
  const text = (): string => view.state.doc.toString();
  return {
    source: () => (text() === part.text ? source : part.putBack(text())),
    reset: () => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: part.text } });
    },
    mark: line => {
      const number = line === undefined ? 0 : line - part.firstLine + 1;
      const exists = number >= 1 && number <= view.state.doc.lines;
      const offset = exists ? view.state.doc.line(number).from : undefined;
      const scroll = offset === undefined ? [] : [EditorView.scrollIntoView(offset)];
      view.dispatch({ effects: [markLine.of(offset), ...scroll] });
      return offset !== undefined;
    },
    close: () => {
      view.destroy();
      host.remove();
      code.hidden = false;
    },
  };
}

function extensions({ firstLine }: EditedPart, label: string, onRun: () => void): Extension {
  const run = (): boolean => {
    onRun();
    return true;
  };
  const letTabLeave = (view: EditorView): boolean => {
    view.setTabFocusMode(TAB_LEAVES);
    return false;
  };
  return [
    keymap.of([
      { key: 'Mod-Enter', run },
      { key: 'Ctrl-Enter', run },
      { key: 'Escape', run: letTabLeave },
      indentWithTab,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    history(),
    indentOnInput(),
    indentUnit.of('    '),
    gutters({ fixed: false }),
    lineNumbers({ formatNumber: number => String(number + firstLine - 1) }),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': 'keys', tabindex: '0' }),
    plainInput,
    markedLine,
    python,
    pageLook,
  ];
}
