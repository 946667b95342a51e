/** Wires the search button, Ctrl/Cmd-K and `/`. The dialog is loaded when it is first opened. */
export function enableSearch(): void {
  const button = document.querySelector<HTMLButtonElement>('.search-button');
  if (button === null) return;
  const open = (): void => void import('./search-dialog.ts').then(({ openSearch }) => openSearch());
  button.addEventListener('click', open);
  addEventListener('keydown', event => {
    const isCommandK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!isCommandK && !isPlainSlash(event)) return;
    event.preventDefault();
    open();
  });
}

function isPlainSlash(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  // The target of what happens in an editor is the element around it; the path begins inside.
  const [target] = event.composedPath();
  const isTyping =
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
  return key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping;
}
