import type { Words } from '../../../core/words/en/en.ts';

const ELEMENTS = { '-': 'del', '+': 'ins' } as const;

/** A difference as lines: `-` was printed, `+` is the reader's; both in words for those who hear the page. */
export function differenceOf(difference: string, lesson: Words['lesson']): HTMLElement {
  const words = { '-': lesson.printed, '+': lesson.yours } as const;
  const block = document.createElement('pre');
  block.tabIndex = 0;
  block.setAttribute('role', 'region');
  block.setAttribute('aria-label', lesson.difference);
  for (const line of difference.split('\n')) {
    const sign = line.slice(0, 1);
    const isChange = sign === '-' || sign === '+';
    const element = document.createElement(isChange ? ELEMENTS[sign] : 'span');
    if (isChange) {
      const heard = document.createElement('span');
      heard.className = 'change';
      heard.textContent = `${words[sign]}: `;
      element.append(heard);
    }
    element.append(`${line}\n`);
    block.append(element);
  }
  return block;
}
