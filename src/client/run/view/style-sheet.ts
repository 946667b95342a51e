import url from '../../../styles/figure/run.css?url';
import { loadStyleSheet } from '../../page/style-sheet.ts';

/** Adds the style sheet of runs to the page; resolves when it is there, or cannot be loaded. */
export function addStyleSheet(): Promise<void> {
  return loadStyleSheet(url);
}
