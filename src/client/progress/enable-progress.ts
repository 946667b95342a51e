import { PROGRESS, readSetting } from '../storage/settings.ts';

/**
 * Keeps what a reader has read and done in this browser alone, and shows it on the home page and on those of
 * tracks. What does so is loaded for a reader who scrolls in an article or presses a button, and on those
 * pages for one who did so before.
 */
export function enableProgress(): void {
  const load = (): Promise<typeof import('./progress-view.ts')> => import('./progress-view.ts');
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-mark], [data-forgotten]');
    if (button !== null) void load().then(({ press }) => press(button));
  });
  if (document.querySelector('.begin') !== null) {
    const show = (): void => {
      if (readSetting(PROGRESS) !== undefined) void load().then(view => view.show());
    };
    show();
    // A page that comes back as it was left.
    addEventListener('pageshow', ({ persisted }) => persisted && show());
  } else if (document.querySelector('[data-mark]') !== null) {
    const follow = (): void => void load().then(view => view.follow());
    if (document.documentElement.scrollHeight > innerHeight)
      addEventListener('scroll', follow, { once: true, passive: true });
    else follow();
  }
}
