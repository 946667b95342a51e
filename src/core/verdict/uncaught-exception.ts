/** A traceback in a box, as rich draws it, and the type of its exception below. */
const BOXED =
  /^╭─+ Traceback \(most recent call last\) ─+╮\n(?:│.*\n)*╰─+╯\n(?<type>[A-Za-z_][\w.]*)(?::|$)/gm;

/** Type of the exception at the end of a traceback; undefined if the text holds none. */
export function uncaughtException(plain: string): string | undefined {
  // An exception group indents its own traceback once, and those of its members further.
  const traceback = [
    ...plain.matchAll(/^(?<group> {2}\+ Exception Group )?Traceback \(most recent call last\):$/gm),
  ].at(-1);
  if (traceback === undefined)
    return (
      [...plain.matchAll(BOXED)].at(-1)?.groups?.type ??
      /^(?:Syntax|Indentation|Tab)Error\b/m.exec(plain)?.[0]
    );
  const type =
    traceback.groups?.group === undefined
      ? /^(?<type>[A-Za-z_][\w.]*)(?::|$)/m
      : /^ {2}\| (?<type>[A-Za-z_][\w.]*)(?::|$)/m;
  return type.exec(plain.slice(plain.indexOf('\n', traceback.index) + 1))?.groups?.type;
}
