/** Makes `#first_threads-L5` mark line 5 of that example and scroll to it. */
export function enableLineAnchors(): void {
  addEventListener('hashchange', show);
  show();
}

function show(): void {
  document.querySelector('.code [aria-current]')?.removeAttribute('aria-current');
  const [, anchor = '', line] = /^#(.+)-L(\d+)$/.exec(decodeURIComponent(location.hash)) ?? [];
  // The first code of a figure is the file as written; that of a variant has other lines.
  const code = document.getElementById(anchor)?.querySelector('.code code');
  const lines = code?.children ?? [];
  let number = 0;
  // Lines have the numbers of the file. The class `n3` says that 3 lines above this one are not shown.
  const target = [...lines].find(({ className }) => {
    number += 1 + Number(/^n(\d+)$/.exec(className)?.[1] ?? 0);
    return number === Number(line);
  });
  target?.setAttribute('aria-current', 'true');
  target?.scrollIntoView({ block: 'center' });
}
