const SVG = 'http://www.w3.org/2000/svg';

/** Puts a line across all lanes into a drawing. @returns moves it to a time */
export function addCursor(svg: SVGSVGElement): (time: number) => void {
  const isWide = svg.classList.contains('wide');
  const [along, across] = isWide ? (['x', 'y'] as const) : (['y', 'x'] as const);
  const grid = svg.querySelector<SVGGraphicsElement>('.grid')?.getAttribute('d') ?? '';
  // Each line of the grid is at the time of its tick: `M148 4V272` or `M43 65H107`.
  const lines = [...grid.matchAll(/M([\d.]+) ([\d.]+)[VH]([\d.]+)/g)].map(([, x, y, end]) =>
    isWide ? { place: Number(x), begin: y, end } : { place: Number(y), begin: x, end },
  );
  const times = [...svg.querySelectorAll('.tick')].map(tick =>
    Number.parseFloat(tick.textContent.replace(',', '.')),
  );
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return () => undefined;
  const unit = (last.place - first.place) / (times.at(-1) ?? 1);
  const cursor = document.createElementNS(SVG, 'line');
  cursor.setAttribute('class', 'cursor');
  cursor.setAttribute(`${across}1`, first.begin ?? '0');
  cursor.setAttribute(`${across}2`, first.end ?? '0');
  svg.append(cursor);
  return time => {
    const place = String(first.place + time * unit);
    cursor.setAttribute(`${along}1`, place);
    cursor.setAttribute(`${along}2`, place);
  };
}
