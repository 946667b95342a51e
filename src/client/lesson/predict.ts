/** Puts a field for a guess below each sample that asks for one. What shows it is loaded on such pages alone. */
export function enablePredicting(): void {
  const places = document.querySelectorAll<HTMLElement>('[data-answer]');
  if (places.length === 0) return;
  import('./guess/guess-field.ts').then(
    ({ showField }) => places.forEach(showField),
    (error: unknown) => console.warn(error),
  );
}
