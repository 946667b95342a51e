/** `#first_threads-L5` marks line 5 of that example and brings it into view. */
export function enableLineAnchors(): void {
  addEventListener('hashchange', show);
  show();
}

function show(): void {
  document.querySelector('.code [aria-current]')?.removeAttribute('aria-current');
  const [, anchor, line] = /^#(.+)-L(\d+)$/.exec(decodeURIComponent(location.hash)) ?? [];
  const lines = document.getElementById(anchor ?? '')?.querySelectorAll('.code code > *') ?? [];
  let number = 0;
  // Lines have the numbers of the file: a class says how many are not shown above one.
  const target = [...lines].find(
    ({ className }) => (number += 1 + Number(/^n(\d+)$/.exec(className)?.[1] ?? 0)) === Number(line),
  );
  if (target === undefined) return;
  target.setAttribute('aria-current', 'true');
  target.scrollIntoView({ block: 'center' });
}
