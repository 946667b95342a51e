import { keepSetting } from './storage/settings.ts';

const THEMES = ['auto', 'light', 'dark'] as const;

/** Wires the button that switches between the automatic, the light and the dark theme. */
export function enableThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>('.theme-switch');
  if (button === null) return;
  const root = document.documentElement;
  let theme = THEMES.find(name => name === root.dataset.theme) ?? 'auto';
  const show = (): void => {
    button.textContent = button.dataset[theme] ?? theme;
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
  };
  button.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
    show();
    keepSetting('theme', theme);
  });
  show();
}
