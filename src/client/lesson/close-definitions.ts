/** Escape closes a definition, which covers the text below it, until the reader leaves its term. */
export function enableClosingDefinitions(): void {
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const term of document.querySelectorAll<HTMLElement>('.term:is(:hover, :focus-within)')) {
      term.dataset.closed = '';
      const open = (): void => {
        delete term.dataset.closed;
      };
      for (const event of ['mouseleave', 'focusout']) term.addEventListener(event, open, { once: true });
    }
  });
}
