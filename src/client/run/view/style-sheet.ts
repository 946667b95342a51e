import url from '../../../styles/figure/run.css?url';
import { make } from './elements.ts';

let loading: Promise<void> | undefined;

/**
 * Adds the style sheet of runs to the page; resolves when it is there, or cannot be loaded. It is no import,
 * because Astro would add that to all pages.
 */
export function addStyleSheet(): Promise<void> {
  loading ??= new Promise(resolve => {
    const link = make('link', { rel: 'stylesheet', href: url });
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.append(link);
  });
  return loading;
}
