/** Puts a field for a guess below samples that ask for one. Its code is loaded on such pages alone. */
export function enablePredicting(): void {
  const places = document.querySelectorAll<HTMLElement>('[data-answer]');
  if (places.length === 0) return;
  import('./guess/guess-field.ts').then(
    ({ showField }) => places.forEach(showField),
    (error: unknown) => console.warn(error),
  );
}
