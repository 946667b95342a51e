/** Takes the anchor of an old address along to the new one: a refresh of the page alone drops it. */
export function keepAnchor(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-moved]');
  if (link && location.hash) location.replace(link.href + location.hash);
}
