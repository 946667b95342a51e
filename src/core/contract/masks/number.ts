/** A number as programs print it: grouped by three, if at all, by the same sign throughout. */
const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?<sign>[,_ ])\d{3}(?:\k<sign>\d{3})*)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/;

/** The number that a text is; undefined if it is none, such as `1,5`, `0x0f` or `1 50`. */
export function parseNumber(text: string): number | undefined {
  if (text.length > 400 || !NUMBER.test(text)) return undefined;
  const value = Number(text.replaceAll(/[,_ ]/g, ''));
  return Number.isFinite(value) ? value : undefined;
}
