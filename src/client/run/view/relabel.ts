/** Gives a button another word, also for those who hear it: `Run lock` → `Stop lock`. */
export function relabel(button: HTMLButtonElement, text: string): void {
  const { ariaLabel, textContent } = button;
  if (ariaLabel?.startsWith(textContent)) button.ariaLabel = text + ariaLabel.slice(textContent.length);
  button.textContent = text;
}
