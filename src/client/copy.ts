/**
 * Wires the copy buttons (`data-copy`). Each copies the whole file that ran, fetched from the download link
 * beside it.
 */
export function enableCopying(): void {
  const status = document.querySelector('[role=status]');
  // One listener for the page, because a dev server adds buttons later.
  document.addEventListener('click', async ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('button[data-copy]');
    const download = button?.parentElement?.querySelector<HTMLAnchorElement>('a[download]');
    if (!button || !download) return;
    const copied = await copy(download.href);
    // The path is /examples/topic/name.py or /examples/topic/name/main.py, below that of the site.
    const name = download.pathname
      .split('/')
      .slice(import.meta.env.TOPIC_DEPTH)
      .join('/');
    if (status !== null) status.textContent = copied ? `Copied ${name}` : `${name} could not be copied`;
    button.dataset.state = copied ? 'copied' : 'failed';
    setTimeout(() => delete button.dataset.state, 2000);
  });
}

/** Copies the text at a URL to the clipboard. @returns whether that worked */
async function copy(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    if (response.ok) await navigator.clipboard.writeText(await response.text());
    return response.ok;
  } catch {
    return false;
  }
}
