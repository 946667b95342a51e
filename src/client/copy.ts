/** Wires the copy buttons: each copies the whole file that ran, fetched from where it is downloaded. */
export function enableCopying(): void {
  const status = document.querySelector('[role=status]');
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.addEventListener('click', () => {
      const { copy = '', name = '' } = button.dataset;
      void fetchText(copy).then((text) => navigator.clipboard.writeText(text)).then(() => `Copied ${name}`, () => `${name} could not be copied`).then((message) => {
        if (status !== null) status.textContent = message;
        button.dataset.state = message.startsWith('Copied') ? 'copied' : 'failed';
        setTimeout(() => delete button.dataset.state, 2000);
      });
    });
  }
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}
