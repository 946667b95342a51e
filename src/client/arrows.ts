import { keepSetting, readSetting } from './storage/settings.ts';

const SETTING = 'arrow-keys';

/**
 * Lets the left and right arrow keys open the previous and the next article, and wires the button that
 * turns this off.
 */
export function enableArrowKeys(): void {
  const button = document.querySelector<HTMLButtonElement>('.arrow-keys');
  if (button === null) return;
  let on = readSetting(SETTING) !== 'off';
  const show = (): void => {
    button.textContent = (on ? button.dataset.on : button.dataset.off) ?? '';
  };
  button.addEventListener('click', () => {
    on = !on;
    show();
    keepSetting(SETTING, on ? 'on' : 'off');
  });
  show();
  addEventListener('keydown', event => {
    const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!on || modified || event.defaultPrevented || needsArrows(event.composedPath()[0])) return;
    if (event.key === 'ArrowLeft') openNeighbor('prev');
    if (event.key === 'ArrowRight') openNeighbor('next');
  });
}

function openNeighbor(rel: 'prev' | 'next'): void {
  document.querySelector<HTMLAnchorElement>(`.neighbours a[rel=${rel}]`)?.click();
}

/**
 * Whether the focused element uses the arrow keys itself: to move a cursor or a choice, or to scroll
 * sideways.
 */
function needsArrows(target: EventTarget | undefined): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, dialog, [contenteditable]') !== null) return true;
  for (let element: Element | null = target; element !== null; element = element.parentElement)
    if (scrollsSideways(element)) return true;
  return false;
}

function scrollsSideways(element: Element): boolean {
  if (element.scrollWidth <= element.clientWidth) return false;
  return element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX);
}
