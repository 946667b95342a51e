import ansiStyles from 'ansi-styles';

// The styles of an output, computed from its recording alone: the code that renders pages has its own way.

/** Numbers that give a part of a style its class, or take it back. */
const PARTS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  1: { weight: 'bold' },
  2: { dim: 'dim' },
  3: { slant: 'italic' },
  4: { under: 'underline' },
  7: { turn: 'reverse' },
  9: { through: 'strike' },
  21: { under: 'underline' },
  22: { weight: '', dim: '' },
  23: { slant: '' },
  24: { under: '' },
  27: { turn: '' },
  29: { through: '' },
  39: { text: '' },
  49: { behind: '' },
};

/** In the order of the classes of an element. */
const NOTHING = { weight: '', dim: '', slant: '', under: '', turn: '', through: '', text: '', behind: '' };

type Style = typeof NOTHING;

/**
 * The classes that an output has on a page, as a claim: `[styled=0-3 bold fg1]`, by offsets in what is shown;
 * empty if it has none.
 * @param range lines such as `2-4`; undefined: all
 */
export function expectedStyles(recorded: string, range: string | undefined): string {
  const [from = 1, to = from] = range?.split('-').map(Number) ?? [1, Number.POSITIVE_INFINITY];
  const classes: string[] = [];
  let style: Style = NOTHING;
  for (const [index, line] of recorded.split('\n').entries()) {
    const isShown = index + 1 >= from && index + 1 <= to;
    for (const [, numbers, text = ''] of line.matchAll(/\x1b\[([\d;]*)m|(.[^\x1b]*)/gsu)) {
      if (numbers !== undefined) style = after(style, numbers.split(';').map(Number));
      else if (isShown) classes.push(...Array<string>(text.length).fill(namesOf(style)));
    }
    // Line feeds are between the elements of lines.
    if (isShown) classes.push('');
  }
  return styledClaim(classes);
}

/** The class of each character → a claim. Equal neighbors are one span. */
export function styledClaim(classes: readonly string[]): string {
  const begins = [...classes.keys()].filter(index => index === 0 || classes[index] !== classes[index - 1]);
  const spans = begins.flatMap((begin, index) =>
    classes[begin] === '' ? [] : [`${begin}-${begins[index + 1] ?? classes.length} ${classes[begin]}`],
  );
  return spans.length === 0 ? '' : `[styled=${spans.join(', ')}]`;
}

/** With a background, `reverse` exchanges both colors; white stands for the color of the page's text. */
function namesOf({ text, behind, ...others }: Style): string {
  const isTurned = others.turn !== '' && behind !== '';
  const parts = isTurned
    ? [...Object.values({ ...others, turn: '' }), `fg${behind}`, `bg${text === '' ? 7 : text}`]
    : [...Object.values(others), text === '' ? '' : `fg${text}`, behind === '' ? '' : `bg${behind}`];
  return parts.filter(Boolean).join(' ');
}

function after(style: Style, [number, ...rest]: readonly number[]): Style {
  if (number === undefined) return style;
  if (number === 0) return after(NOTHING, rest);
  const key = { 3: 'text', 4: 'behind', 9: 'text', 10: 'behind' }[Math.floor(number / 10)] ?? '';
  const last = number % 10;
  if (last === 8 && number < 60 && number > 30) {
    const length = { 5: 2, 2: 4 }[rest[0] ?? 0] ?? 1;
    const color = length === 1 ? undefined : nearest(rest.slice(0, length));
    const isShown = color !== undefined && number !== 58;
    return after(isShown ? { ...style, [key]: color } : style, rest.slice(length));
  }
  const color = key !== '' && last < 8 ? { [key]: String(number >= 90 ? last + 8 : last) } : {};
  return after({ ...style, ...color, ...PARTS[number] }, rest);
}

/** `5;n` or `2;r;g;b` as the number of one of the 16 colors. */
function nearest([kind, ...of]: readonly number[]): string {
  const [red = 0, green = 0, blue = 0] = of;
  const code =
    kind === 5 ? ansiStyles.ansi256ToAnsi(Math.min(red, 255)) : ansiStyles.rgbToAnsi(red, green, blue);
  return String(code < 90 ? code - 30 : code - 82);
}
