/** Wires the left and right arrow keys to the articles before and after this one, and the button that switches them off. */
export function enableArrowKeys(): void {
  const button = document.querySelector<HTMLButtonElement>('.arrow-keys');
  if (button === null) return;
  let on = true;
  try {
    on = localStorage.getItem('arrow-keys') !== 'off';
  } catch {
    // A browser that keeps nothing: on, for this page.
  }
  const show = (): void => {
    button.textContent = `Arrow keys: ${on ? 'on' : 'off'}`;
  };
  button.addEventListener('click', () => {
    on = !on;
    show();
    try {
      localStorage.setItem('arrow-keys', on ? 'on' : 'off');
    } catch {
      // Switched for this page all the same.
    }
  });
  show();
  addEventListener('keydown', event => {
    if (
      !on ||
      event.defaultPrevented ||
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      needsArrows(event.target)
    )
      return;
    if (event.key === 'ArrowLeft') follow('prev');
    if (event.key === 'ArrowRight') follow('next');
  });
}

function follow(rel: 'prev' | 'next'): void {
  document.querySelector<HTMLAnchorElement>(`.neighbours a[rel=${rel}]`)?.click();
}

/** Whether the arrow keys move something where the focus is: a cursor, a choice, or what scrolls sideways. */
function needsArrows(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, dialog, [contenteditable]') !== null) return true;
  for (let element: Element | null = target; element !== null; element = element.parentElement) {
    if (
      element.scrollWidth > element.clientWidth &&
      (element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX))
    )
      return true;
  }
  return false;
}
