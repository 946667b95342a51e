const THEMES = ['auto', 'light', 'dark'] as const;

/** Wires the button that goes through automatic (auto), light and dark, and keeps the choice where the browser lets it. */
export function enableThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>('.theme-switch');
  if (button === null) return;
  const root = document.documentElement;
  let theme = THEMES.find(name => name === root.dataset.theme) ?? 'auto';
  const show = (): void => {
    button.textContent = `Theme: ${theme}`;
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
  };
  button.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
    show();
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // A browser that keeps nothing still switches this page.
    }
  });
  show();
}
