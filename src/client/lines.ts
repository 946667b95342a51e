/** `#first_threads-L5` marks line 5 of that example and brings it into view. */
export function enableLineAnchors(): void {
  addEventListener('hashchange', show);
  show();
}

function show(): void {
  document.querySelector('.code [aria-current]')?.removeAttribute('aria-current');
  const [, anchor, line] = /^#(.+)-L(\d+)$/.exec(decodeURIComponent(location.hash)) ?? [];
  const target = document.getElementById(anchor ?? '')?.querySelectorAll('.code code > *')[Number(line) - 1];
  if (target === undefined) return;
  target.setAttribute('aria-current', 'true');
  target.scrollIntoView({ block: 'center' });
}
