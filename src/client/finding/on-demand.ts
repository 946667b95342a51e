/** Loads what only a few pages have: boxes that filter lists, and proposals where a page is missing. */
export function enableFinding(): void {
  for (const place of document.querySelectorAll<HTMLElement>('.finder'))
    void import('./filter-list.ts').then(({ addFilter }) => addFilter(place));
  for (const place of document.querySelectorAll<HTMLElement>('[data-nearest]'))
    void import('./missing-page.ts').then(({ proposePages }) => proposePages(place));
  // The section that the reader came to becomes a part of the address that they report.
  document.querySelector('a[data-unclear]')?.addEventListener('click', ({ currentTarget }) => {
    const link = currentTarget as HTMLAnchorElement;
    const url = new URL(link.href);
    const body = url.searchParams.get('body') ?? '';
    url.searchParams.set('body', body.replace(/\S+\n/, `${link.dataset.unclear}${location.hash}\n`));
    link.href = url.href;
  });
}
