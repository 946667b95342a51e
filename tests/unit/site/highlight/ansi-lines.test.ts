import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readStyles } from '../../../../src/site/audit/page/read-styles.ts';
import { expectedStyles } from '../../../../src/site/audit/plan/text/expected-styles.ts';
import { pageTree } from '../../../../src/site/audit/tree/page-tree.ts';
import { ansiLines } from '../../../../src/site/highlight/ansi-lines.ts';

const html = (output: string): string => ansiLines(output).join('\n');
const shown = (classes: string): string => `<span class="${classes}">x</span>`;

test.for([
  ['\u001b[31mx\u001b[0m', shown('fg1')],
  ['\u001b[91;1mx', shown('bold fg9')],
  ['\u001b[2;3;4;9mx', shown('dim italic underline strike')],
  ['\u001b[1;2m\u001b[22mx', 'x'],
  ['\u001b[3;4;9m\u001b[23;24;29mx', 'x'],
  ['\u001b[44mx', shown('bg4')],
  ['\u001b[104mx\u001b[49mx', `${shown('bg12')}x`],
  ['\u001b[31m\u001b[39mx', 'x'],
  ['\u001b[31m\u001b[mx', 'x'],
  ['\u001b[1;31;0mx', 'x'],
  ['\u001b[31;;1mx', shown('bold')],
  ['\u001b[7mx\u001b[27mx', `${shown('reverse')}x`],
  ['\u001b[7;31mx', shown('reverse fg1')],
  ['\u001b[7;31;44mx', shown('fg4 bg1')],
  ['\u001b[7;44mx', shown('fg4 bg7')],
  ['\u001b[38;5;9mx', shown('fg9')],
  ['\u001b[38;5;4;1mx', shown('bold fg4')],
  ['\u001b[38;5;200mx', shown('fg13')],
  ['\u001b[38;5;244mx', shown('fg7')],
  ['\u001b[38;5;999mx', shown('fg7')],
  ['\u001b[48;2;255;0;0mx', shown('bg9')],
  ['\u001b[38;2;249;38;114mx', shown('fg9')],
  ['\u001b[58;5;1;3mx', shown('italic')],
  ['\u001b[58;2;1;31;7mx', 'x'],
  ['\u001b[38;7;1mx', shown('bold')],
  ['\u001b[5mx\u001b[53mx\u001b[10mx', 'xxx'],
  ['\u001b[21mx', shown('underline')],
  ['\u001b[31ma\nb\u001b[0m', '<span class="fg1">a</span>\n<span class="fg1">b</span>'],
  ['\u001b[31m<b>\u001b[0m &', '<span class="fg1">&lt;b&gt;</span> &amp;'],
  ['\u001b]8;;https://example.org\u0007x\u001b]8;;\u0007', 'x'],
] as const)('%j is rendered', ([output, expected]) => {
  expect(html(output)).toBe(expected);
});

/** Numbers between 0 and 1 that are the same in each run. */
function* chance(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

test('what is rendered of any sequences is what the audit expects of them', () => {
  const random = chance(42);
  const below = (limit: number): number => Math.floor((random.next().value as number) * limit);
  const sequence = (): string => {
    const numbers = Array.from({ length: below(4) }, () =>
      below(5) > 0
        ? below(110)
        : `${[38, 48, 58][below(3)]};${below(2) ? `5;${below(300)}` : `2;${below(300)};${below(256)};${below(256)}`}`,
    );
    return `\u001b[${numbers.join(';')}m`;
  };
  const text = (): string => ['a', 'bc ', '\n', '<&>', 'é漢👩‍👧', '  ', '\n\n'][below(7)] ?? '';
  let styled = 0;
  for (let round = 0; round < 2_000; round += 1) {
    const output = Array.from({ length: below(12) }, () => sequence() + text()).join('');
    const tree = pageTree(`<samp>${html(output)}</samp>`);
    const find = (node: typeof tree): typeof tree | undefined =>
      node.name === 'samp' ? node : node.children?.map(find).find(Boolean);
    const samp = find(tree);
    if (samp === undefined) throw new Error('no samp');
    const expected = expectedStyles(output, undefined);
    expect([output, readStyles(samp)]).toEqual([output, expected]);
    if (expected !== '') styled += 1;
  }
  expect(styled).toBeGreaterThan(1_000);
});

test('a range of lines has the styles that began above it', () => {
  const output = 'a\n\u001b[31mb\nc\u001b[0m\nd\n';
  expect(expectedStyles(output, '3-3')).toBe('[styled=0-1 fg1]');
  expect(expectedStyles(output, '4')).toBe('');
  expect(expectedStyles(output, undefined)).toBe('[styled=2-3 fg1, 4-5 fg1]');
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: readonly number[], other: readonly number[]): number {
  const luminance = (color: readonly number[]): number => {
    const linear = color
      .map(each => each / 255)
      .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
  };
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test('each color has enough contrast on a panel and on each background, on light pages and on dark ones', () => {
  const [ansi, tokens] = ['figure/ansi.css', 'tokens.css'].map(name =>
    readFileSync(`src/styles/${name}`, 'utf8'),
  );
  const rgb = (hex = ''): number[] => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16));
  const pair = (name: string, css = ''): number[][] => {
    const found = new RegExp(`${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
    return [rgb(found?.[1]), rgb(found?.[2])];
  };
  const share = (pattern: RegExp): number => Number(pattern.exec(ansi ?? '')?.[1]) / 100;
  const [dim, tint] = [share(/var\(--fg\) (\d+)%/), share(/var\(--bg\) (\d+)%/)];
  const mixed = (color: readonly number[], ground: readonly number[], part: number): number[] =>
    color.map((each, index) => each * part + (ground[index] ?? 0) * (1 - part));
  for (const theme of [0, 1]) {
    const colors = Array.from({ length: 16 }, (_, index) => pair(`--ansi-${index}`, ansi)[theme] ?? []);
    const surface = pair('--surface', tokens)[theme] ?? [];
    const texts = [...colors, pair('--ink', tokens)[theme] ?? []];
    for (const text of texts) {
      const grounds = colors.map(color => mixed(color, surface, tint));
      const lowest = Math.min(
        contrast(text, surface),
        contrast(mixed(text, surface, dim), surface),
        ...grounds.map(ground => contrast(text, ground)),
      );
      expect(lowest).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(pair('--quiet', tokens)[theme] ?? [], surface)).toBeGreaterThanOrEqual(4.5);
  }
});
