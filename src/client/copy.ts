/**
 * Wires the copy buttons (`data-copy`). Each copies the whole file that ran, fetched from the download link
 * of its figure; one whose attribute has a value copies the command that runs the file from its address.
 */
export function enableCopying(): void {
  const status = document.querySelector('[role=status]');
  // One listener for the page, because a dev server adds buttons later.
  document.addEventListener('click', async ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('button[data-copy]');
    const tab = button?.closest('.variant, .example');
    const download = tab?.querySelector<HTMLAnchorElement>('a[download]');
    if (!button || !download) return;
    const { copy: command, after } = button.dataset;
    // The address at which this page is read, wherever the site is.
    const line = command && [command, download.href, after].filter(Boolean).join(' ');
    const copied = await copy(() => line || textAt(download.href));
    // The path is /examples/topic/name.py or /examples/topic/name/main.py, below that of the site.
    const name =
      line ||
      download.pathname
        .split('/')
        .slice(import.meta.env.TOPIC_DEPTH)
        .join('/');
    if (status !== null) status.textContent = copied ? `Copied ${name}` : `${name} could not be copied`;
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
