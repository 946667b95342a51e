const UNITS = 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');
const TENS = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];

const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...['ein', 'eine', 'einen', 'einem', 'einer', 'eines'].map(word => [word, 1] as const),
  ...['drei', 'vier', 'fünf', 'sech', 'sieb', 'acht', 'neun'].map(
    (word, index) => [`${word}zehn`, 13 + index] as const,
  ),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
]);

/** Number words of German → the number: `fünf`, `zweihundert`, `dreimal`. Undefined if there is none. */
export function germanNumber(text: string): number | undefined {
  const word = text.trim().toLowerCase().replaceAll(/\s+/g, '');
  if (word === 'halb' || word === 'halbe') return 0.5;
  if (word === 'doppelt' || word === 'doppelte') return 2;
  const [, times] = /^(.+)mal$/.exec(word) ?? [];
  return times === undefined ? below(word, THOUSAND) : below(times, THOUSAND);
}

const THOUSAND = ['tausend', 1000] as const;
const HUNDRED = ['hundert', 100] as const;

function below(word: string, [name, size]: typeof THOUSAND | typeof HUNDRED): number | undefined {
  const at = word.indexOf(name);
  const smaller = (part: string): number | undefined =>
    name === 'tausend' ? below(part, HUNDRED) : belowHundred(part);
  if (at === -1) return smaller(word);
  const [before, after] = [word.slice(0, at), word.slice(at + name.length)];
  const many = before === '' ? 1 : smaller(before);
  const rest = after === '' ? 0 : smaller(after.replace(/^und/, ''));
  return many === undefined || rest === undefined || many === 0 ? undefined : many * size + rest;
}

function belowHundred(word: string): number | undefined {
  const known = SMALL.get(word);
  if (known !== undefined) return known;
  const [, unit = '', ten = ''] = /^(.+)und(.+)$/.exec(word) ?? [];
  const [ones, tens] = [SMALL.get(unit), SMALL.get(ten)];
  const isPair = ones !== undefined && tens !== undefined && ones > 0 && ones < 10 && tens >= 20;
  return isPair ? tens + ones : undefined;
}

/** The other way about, for whole numbers below a million: `fünfundzwanzig`. Undefined for all others. */
export function wordsInGerman(number: number): string | undefined {
  if (!Number.isInteger(number) || number < 0 || number >= 1e6) return undefined;
  return number === 0 ? UNITS[0] : wordOf(number, true);
}

/** @param isLast whether nothing follows: `eins`, but `einundzwanzig` and `einhundert` */
function wordOf(number: number, isLast: boolean): string {
  if (number >= 1000)
    return `${number < 2000 ? '' : wordOf(Math.floor(number / 1000), false)}tausend${restOf(number % 1000)}`;
  if (number >= 100)
    return `${number < 200 ? '' : wordOf(Math.floor(number / 100), false)}hundert${restOf(number % 100)}`;
  if (number === 1) return isLast ? 'eins' : 'ein';
  const known = [...SMALL].find(([, value]) => value === number)?.[0];
  return known ?? `${wordOf(number % 10, false)}und${wordOf(number - (number % 10), false)}`;
}

const restOf = (number: number): string => (number === 0 ? '' : wordOf(number, true));
