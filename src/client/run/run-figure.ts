import type { ReaderRun } from '../../core/browser/reader-run.ts';
import { announce } from '../page/announce.ts';
import { make } from './view/elements.ts';
import type { Editor } from './editor/editor.ts';
import { openEditor } from './editor/open-editor.ts';
import { inputField } from './view/input-field.ts';
import { markCodeLine } from './view/mark-code-line.ts';
import { fetchJson } from './fetch-json.ts';
import { judgeOf } from './judge.ts';
import { openRunner } from './runner.ts';
import { sourceOf } from './sample-with.ts';
import { addStyleSheet } from './view/style-sheet.ts';
import { runWords } from '../words/run-words.ts';

/** What of a figure a run takes the place of: the output that was proved. */
const OUTPUTS = ':scope > :is(.panel, .versions)';

/** Makes a figure one that runs, and runs it. @param button its Run button, with the address of the sample */
export async function runFigure(button: HTMLButtonElement): Promise<void> {
  const [data] = await Promise.all([fetchJson(button.dataset.run ?? ''), addStyleSheet()]);
  const run = data as ReaderRun;
  const figure = button.closest<HTMLElement>('.variant, .example');
  if (figure === null) throw new TypeError('A Run button is outside of a figure.');
  const outputs = [...figure.querySelectorAll<HTMLElement>(OUTPUTS)];
  const code = figure.querySelector<HTMLElement>('.code') ?? undefined;
  const name = figure.closest('figure')?.id ?? run.id;
  const place = make('div', { className: 'runs' });
  const input = inputField(run.sample, name);
  let editor: Editor | undefined;

  const show = (isReaders: boolean): void => {
    const height = isReaders ? outputs.reduce((sum, { offsetHeight }) => sum + offsetHeight, 0) : 0;
    if (height > 0) place.style.minBlockSize = `${height}px`;
    for (const output of outputs) output.toggleAttribute('data-replaced', isReaders);
    resetting.hidden = !isReaders;
  };
  const runner = openRunner({
    run,
    element: place,
    button,
    name,
    changes: () => ({ source: editor?.source(), stdin: input?.text() }),
    judge: judgeOf(figure),
    mark: line => (editor === undefined ? markCodeLine(code, line) : editor.mark(line)),
    onStart: () => show(true),
  });
  const resetting = control(runWords().reset, name, () => {
    runner.reset();
    editor?.close();
    editor = undefined;
    input?.reset();
    show(false);
    changing.hidden = code === undefined;
    button.focus();
    announce(runWords().shownAgain);
  });
  const changing = control(runWords().change, name, async () => {
    if (code === undefined) return;
    changing.disabled = true;
    try {
      markCodeLine(code, undefined);
      const label = runWords().codeOf(name);
      editor = await openEditor({ code, source: sourceOf(run.sample), onRun: runner.start, label });
      changing.hidden = true;
      resetting.hidden = false;
    } catch (error) {
      console.warn(error);
      announce(runWords().editorFailed);
      place.replaceChildren(make('p', { className: 'run-status' }, runWords().editorFailed));
    }
    changing.disabled = false;
  });
  changing.hidden = code === undefined;
  // Where the output is: the row at the head has no room on a phone.
  figure.querySelector('.verdict .actions')?.prepend(changing, resetting);
  (outputs.at(-1) ?? code ?? figure.lastElementChild)?.after(place);
  if (input !== undefined) place.before(input.element);
  runner.start();
}

function control(text: string, name: string, act: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button', ariaLabel: `${text}: ${name}` }, text);
  button.addEventListener('click', act);
  return button;
}
