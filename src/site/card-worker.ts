import { type Card, cardPng } from './card.ts';

/** Draws cards in a thread of its own: in the heap of a whole site, the pixels of each would cost ten times as much to clear away. */
export default async function draw(cards: readonly Card[]): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const drawn: Uint8Array<ArrayBuffer>[] = [];
  for (const card of cards) drawn.push(await cardPng(card));
  return drawn;
}
