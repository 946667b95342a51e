import { expect, test } from 'vitest';
import { cardPng } from '../../../../src/site/social-cards/draw-card.ts';
import { Drawing } from '../../../../src/site/social-cards/card-queue.ts';

test(
  'cards are drawn beside this thread, each as it would be here, in their order',
  { timeout: 60_000 },
  async () => {
    const drawing = new Drawing();
    const titles = Array.from({ length: 30 }, (_, index) => `Card ${index}`);
    for (const title of titles) drawing.add(`/og/${title}.png`, { title });
    const taken: [string, Uint8Array][] = [];
    await drawing.each(async (address, picture) => void taken.push([address, picture]));
    expect(taken.map(([address]) => address)).toEqual(titles.map(title => `/og/${title}.png`));
    expect(Buffer.compare((taken[29] as [string, Uint8Array])[1], await cardPng({ title: 'Card 29' }))).toBe(
      0,
    );
  },
);

test('one that cannot be drawn is told to who waits for it', { timeout: 60_000 }, async () => {
  const drawing = new Drawing();
  drawing.add('/og/a.png', { title: undefined as unknown as string });
  await expect(drawing.each(async () => {})).rejects.toThrow();
});

test('no cards are drawn at once', async () => {
  await new Drawing().each(async () => expect.unreachable());
});
