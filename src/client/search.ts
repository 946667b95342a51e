/** Wires the search button, Ctrl/Cmd-K and `/`. What searches is loaded when it is first asked for. */
export function enableSearch(): void {
  const button = document.querySelector<HTMLButtonElement>('.search-button');
  if (button === null) return;
  const open = (): void => void import('./search-dialog.ts').then(({ openSearch }) => openSearch());
  button.addEventListener('click', open);
  addEventListener('keydown', event => {
    const typing =
      event.target instanceof HTMLElement &&
      event.target.closest('input, textarea, select, [contenteditable]') !== null;
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing;
    if (!slash && !(event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    open();
  });
}
