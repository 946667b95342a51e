import { tmpdir } from 'node:os';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import type { SocialCard } from '../../../../src/site/social-cards/card-content.ts';
import { drawCard } from '../../../../src/site/social-cards/draw-card.ts';

const root = process.cwd();
const draw = (card: Partial<SocialCard>): Promise<Buffer> =>
  drawCard({ url: '/og/advanced/threads', title: 'Threads', ...card }, { root, siteTitle: 'Verbatim' });

/** Size and pixels of a PNG; a color is the hexadecimal value of red, green and blue. */
async function pixels(
  png: Uint8Array,
): Promise<{ readonly size: readonly number[]; readonly color: (x: number, y: number) => string }> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    size: [info.width, info.height],
    color: (x, y) => data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3).toString('hex'),
  };
}

afterEach(() => process.chdir(root));

// This test comes first: fonts are registered only once in a process.
test('a card is the same whatever the working directory is', async () => {
  process.chdir(tmpdir());
  const there = await draw({});
  process.chdir(root);
  expect((await draw({})).equals(there)).toBe(true);
});

test('a card has the same bytes each time and shows its title, its subtitle and its label', async () => {
  const card = { subtitle: 'One line', label: 'Advanced' };
  const first = await draw(card);
  const others = await Promise.all([
    draw({ ...card, title: 'Locks' }),
    draw({ ...card, subtitle: 'Another line' }),
    draw({ ...card, label: 'Writing' }),
    draw({}),
  ]);
  expect((await draw(card)).equals(first)).toBe(true);
  for (const other of others) expect(other.equals(first)).toBe(false);
  const { size, color } = await pixels(first);
  expect(size).toEqual([1200, 630]);
  expect([color(0, 0), color(600, 625)]).toEqual(['fcfbf8', '0b6b50']);
});

test('a title too long for a card is cut, and a word wider than a line is broken', async () => {
  const { color } = await pixels(
    await draw({
      title: `${'A'.repeat(90)} and more words`,
      label: 'A word in the corner that is much longer than the corner',
    }),
  );
  const column = (x: number): string[] => Array.from({ length: 387 }, (_, row) => color(x, 114 + row));
  // The margins stay empty, and the text reaches far to the right.
  expect(new Set([...column(60), ...column(1125)])).toEqual(new Set(['fcfbf8']));
  expect(new Set(column(1050)).size).toBeGreaterThan(1);
  expect(color(479, 89)).toBe('fcfbf8');
});

test('a site with a long title has its name cut before the label, and before the edge', async () => {
  for (const label of [undefined, 'Guide']) {
    const card = { url: '/og/x', title: 'x', label };
    const { color } = await pixels(await drawCard(card, { root, siteTitle: 'W'.repeat(60) }));
    const gap = label === undefined ? 1125 : 985;
    const column = Array.from({ length: 50 }, (_, row) => color(gap, 64 + row));
    expect([label, new Set(column)]).toEqual([label, new Set(['fcfbf8'])]);
    expect(new Set(Array.from({ length: 50 }, (_, row) => color(900, 64 + row))).size).toBeGreaterThan(1);
  }
});
