/** The lines of a block of code that are in its file, each with its number there. */
export function numberedLines(code: Element): readonly (readonly [number: number, line: HTMLElement])[] {
  let number = 0;
  // The class `n3` says that 3 lines above this one are not shown.
  // A variant shows lines of the original too, which it has not.
  const own = [...code.children].filter(({ tagName }) => tagName !== 'DEL');
  return own.map(line => {
    number += 1 + Number(/\bn(\d+)\b/.exec(line.className)?.[1] ?? 0);
    return [number, line as HTMLElement];
  });
}
