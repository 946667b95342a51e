import { setPriority } from 'node:os';
import { setImmediate as breathe } from 'node:timers/promises';
import { type Card, cardPng } from './draw-card.ts';

// On Linux this is said of the thread alone. A card is needed at the end: whoever renders goes first.
if (process.platform === 'linux') {
  try {
    setPriority(15);
  } catch {
    // Where that is not allowed, cards are drawn as eagerly as all else.
  }
}

/** Draws cards in a thread of its own: in the heap of a whole site, the pixels of each would cost ten times as much to clear away. */
export default async function draw(cards: readonly Card[]): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const drawn: Uint8Array<ArrayBuffer>[] = [];
  for (const card of cards) {
    drawn.push(await cardPng(card));
    // The canvas gives back the memory of pixels that were read when nothing else is to be done: without a pause, never.
    await breathe();
  }
  return drawn;
}
