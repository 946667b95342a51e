import { keepSetting } from '../storage/settings.ts';

/**
 * Wires the buttons that wrap long lines, in all figures at once. The style sheet wraps them, and the page
 * has the reader's choice before it is painted.
 */
export function enableWrapping(): void {
  const { dataset } = document.documentElement;
  const show = (): void => {
    for (const button of document.querySelectorAll('[data-wrap-lines]'))
      button.ariaPressed = String(dataset.wrap !== undefined);
  };
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('[data-wrap-lines]');
    if (button === null) return;
    const before = button.getBoundingClientRect().top;
    if (dataset.wrap === undefined) dataset.wrap = '';
    else delete dataset.wrap;
    keepSetting('wrap', dataset.wrap === undefined ? 'off' : 'on');
    show();
    // What is above grows or shrinks too, and the button stays under the pointer.
    scrollBy(0, button.getBoundingClientRect().top - before);
  });
  show();
}
