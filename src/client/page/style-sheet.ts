const loading = new Map<string, Promise<void>>();

/**
 * Adds a style sheet that few pages need; resolves when it is there, or cannot be loaded. It is no import,
 * because Astro would add that to all pages. @param url of a file that is imported with `?url`
 */
export function loadStyleSheet(url: string): Promise<void> {
  const known = loading.get(url);
  if (known !== undefined) return known;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url });
  const loaded = new Promise<void>(resolve => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
  });
  loading.set(url, loaded);
  document.head.append(link);
  return loaded;
}
