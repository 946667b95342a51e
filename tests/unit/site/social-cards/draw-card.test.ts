import sharp from 'sharp';
import { expect, test } from 'vitest';
import { cardPng } from '../../../../src/site/social-cards/draw-card.ts';
import { encodePng } from '../../../../src/site/social-cards/encode-png.ts';
import { Palette } from '../../../../src/site/social-cards/palette.ts';

/** Pixels as another program reads them: red, green and blue of each. */
async function pixels(
  png: Uint8Array,
): Promise<{ readonly size: readonly number[]; readonly colour: (x: number, y: number) => string }> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    size: [info.width, info.height],
    colour: (x, y) => data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3).toString('hex'),
  };
}

test('an indexed picture is read by others as it was written', async () => {
  // Each row begins with its filter.
  const { size, colour } = await pixels(
    encodePng({
      width: 2,
      height: 2,
      rows: Uint8Array.of(0, 0, 1, 0, 2, 0),
      palette: [0xfcfbf8, 0x0b6b50, 0x000000],
    }),
  );
  expect(size).toEqual([2, 2]);
  expect([colour(0, 0), colour(1, 0), colour(0, 1), colour(1, 1)]).toEqual([
    'fcfbf8',
    '0b6b50',
    '000000',
    'fcfbf8',
  ]);
});

test('nearly equal colours have one number, the first one met; no card has more than 256', () => {
  const palette = new Palette([0xffffff, 0x000000]);
  expect([
    palette.number(255, 255, 255),
    palette.number(254, 253, 255),
    palette.number(1, 2, 3),
    palette.number(128, 0, 0),
  ]).toEqual([0, 0, 1, 2]);
  const copy = palette.copy();
  for (let red = 0; red < 256; red += 16)
    for (let green = 0; green < 256; green += 8) copy.number(red, green, 0);
  expect([copy.colours.length, palette.colours.length]).toEqual([256, 3]);
  expect(copy.colours[copy.number(250, 250, 10)]).toBeDefined();
});

test('a card has the same bytes each time, whatever was drawn before it, and shows its title, its subtitle and its track', async () => {
  const card = { title: 'Threads', subtitle: 'One line', kicker: 'Advanced' };
  const first = await cardPng(card);
  const others = await Promise.all([
    cardPng({ ...card, title: 'Locks' }),
    cardPng({ ...card, subtitle: 'Another line' }),
    cardPng({ ...card, kicker: 'Writing' }),
    cardPng({ title: 'Threads' }),
  ]);
  expect(Buffer.from(await cardPng(card)).equals(first)).toBe(true);
  for (const other of others) expect(Buffer.from(other).equals(first)).toBe(false);
  const { size, colour } = await pixels(first);
  expect(size).toEqual([1200, 630]);
  expect([colour(0, 0), colour(600, 625)]).toEqual(['fcfbf8', '0b6b50']);
});

test('a title too long for a card is cut, and a word wider than a line is broken', async () => {
  const { colour } = await pixels(
    await cardPng({
      title: `${'A'.repeat(90)} and more words`,
      kicker: 'A word in the corner that is much longer than the corner',
    }),
  );
  const column = (x: number): string[] => Array.from({ length: 387 }, (_, row) => colour(x, 114 + row));
  // Nothing leaves the text's area, and what is cut reaches far into it.
  expect(new Set([...column(60), ...column(1125)])).toEqual(new Set(['fcfbf8']));
  expect(new Set(column(1050)).size).toBeGreaterThan(1);
  expect(colour(479, 89)).toBe('fcfbf8');
});
