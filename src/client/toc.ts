/**
 * Marks the current section in the table of contents: that of the last heading above the middle of the
 * window.
 */
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
  // Browsers send scroll events at most once a frame.
  addEventListener('scroll', mark, { passive: true });
  mark();
}
