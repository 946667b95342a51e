/** The lines of a block of code, each with the number that it has in the file. */
export function numberedLines(code: Element): readonly (readonly [number: number, line: HTMLElement])[] {
  let number = 0;
  // The class `n3` says that 3 lines above this one are not shown.
  return [...code.children].map(line => {
    number += 1 + Number(/^n(\d+)$/.exec(line.className)?.[1] ?? 0);
    return [number, line as HTMLElement];
  });
}
