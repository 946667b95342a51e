/** Wires the copy buttons: each copies the whole file that ran, fetched from where the link beside it downloads it. */
export function enableCopying(): void {
  const status = document.querySelector('[role=status]');
  // Heard on the page: a dev server puts new buttons into it.
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>('.actions button');
    const download = button?.parentElement?.querySelector<HTMLAnchorElement>('a[download]');
    if (!button || !download) return;
    // A path is /examples/topic/name.py, or /examples/topic/name/main.py.
    const name = download.pathname.split('/').slice(3).join('/');
    void fetchText(download.href)
      .then(text => navigator.clipboard.writeText(text))
      .then(
        () => `Copied ${name}`,
        () => `${name} could not be copied`,
      )
      .then(message => {
        if (status !== null) status.textContent = message;
        button.dataset.state = message.startsWith('Copied') ? 'copied' : 'failed';
        setTimeout(() => delete button.dataset.state, 2000);
      });
  });
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}
