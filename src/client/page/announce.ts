/** Says something to those who hear the page, in the place that each page has for it. */
export function announce(text: string): void {
  const place = document.querySelector('.announcement');
  if (place !== null) place.textContent = text;
}
