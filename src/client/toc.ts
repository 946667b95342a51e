/** Marks the section that is being read in the table of contents: the last heading above the middle of the window. */
export function enableContents(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
  const headings = links
    .map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))))
    .filter(heading => heading !== null);
  if (headings.length === 0) return;
  const mark = (): void => {
    const current = headings.findLast(heading => heading.getBoundingClientRect().top < innerHeight / 2);
    for (const link of links) {
      if (link.hash === `#${current?.id}`) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  let waiting = false;
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}
