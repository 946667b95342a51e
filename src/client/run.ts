import { announce } from './page/announce.ts';
import { word } from './words/word.ts';
import { relabel } from './run/view/relabel.ts';

/** What is loaded to run Python, as a host sends it. Browsers keep it. */
const SIZE = '6 MB';

/**
 * Wires the Run buttons (`data-run` is the address of what runs). Python, and what shows a run, are loaded
 * when one is pressed.
 */
export function enableRunning(): void {
  const opened = new WeakSet<Element>();
  document.addEventListener('click', async ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>('button[data-run]');
    if (!button || opened.has(button)) return;
    const label = button.dataset.label ?? button.textContent;
    button.dataset.label = label;
    if (savesData() && button.textContent === label) {
      relabel(button, word('load', SIZE));
      announce(word('loadOnce', SIZE));
      return;
    }
    opened.add(button);
    try {
      const { runFigure } = await import('./run/run-figure.ts');
      relabel(button, label);
      await runFigure(button);
    } catch (error) {
      console.warn(error);
      opened.delete(button);
      relabel(button, word('unloaded'));
      announce(word('unloaded'));
    }
  });
}

/** Whether the reader asked the browser to load little. */
function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
