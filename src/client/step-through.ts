import { word } from './words/word.ts';

/** Puts a button below each timeline. What it opens is loaded when it is pressed for the first time. */
export function enableStepThrough(): void {
  for (const timeline of document.querySelectorAll<HTMLElement>('.timeline [data-timeline]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'step-through';
    button.textContent = word('step');
    button.addEventListener('click', () => {
      button.disabled = true;
      void import('./player/player.ts').then(({ openPlayer }) => {
        openPlayer(timeline, button);
      });
    });
    timeline.querySelector('.drawing')?.after(button);
  }
}
