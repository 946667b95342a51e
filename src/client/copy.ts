import { announce } from './page/announce.ts';
import { word } from './words/word.ts';

/**
 * Wires the copy buttons (`data-copy`). Each copies the whole file that ran, fetched from the download link
 * of its figure; one whose attribute has a value copies the line that fetches that file and runs it. A button
 * of a command (`data-copy-text`) copies what is shown below it.
 */
export function enableCopying(): void {
  // One listener for the page, because a dev server adds buttons later.
  document.addEventListener('click', async ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('button:is([data-copy], [data-copy-text])');
    if (!button) return;
    const shown = button.closest('.fence')?.querySelector('pre')?.textContent.trimEnd();
    const tab = button.closest('.variant, .example');
    // A file that a run left has a link of its own.
    const download = tab?.querySelector<HTMLAnchorElement>('a[download]:not(.get)');
    const { copy: command, after } = button.dataset;
    // The address at which this page is read, wherever the site is.
    const line = shown ?? (command ? [command, download?.href, after].filter(Boolean).join(' ') : undefined);
    // Of an archive, the file that runs: /examples/topic/name.zip has /examples/topic/name/main.py.
    const file = (download?.href ?? '').replace(/(\.[\w-]+)?\.zip$/, (_, variant = '') =>
      ['', `main${variant}.py`].join('/'),
    );
    const copied = await copy(() => line ?? textAt(file));
    // The path is /examples/topic/name.py or /examples/topic/name/main.py, below that of the site.
    const name =
      line ??
      new URL(file).pathname
        .split('/')
        .slice(import.meta.env.TOPIC_DEPTH)
        .join('/');
    announce(word(copied ? 'copied' : 'uncopied', name));
    button.dataset.state = copied ? 'copied' : 'failed';
    setTimeout(() => delete button.dataset.state, 2000);
  });
}

async function textAt(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(url);
  return response.text();
}

/** Copies a text to the clipboard. @returns whether that worked */
async function copy(text: () => string | Promise<string>): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(await text());
    return true;
  } catch {
    return false;
  }
}
