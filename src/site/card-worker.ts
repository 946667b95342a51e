import { move } from 'piscina';
import { type Card, cardPng } from './card.ts';

/** Draws a card in a thread of its own: in the heap of a whole site, the pixels of each would cost ten times as much to clear away. */
export default async function draw(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  return move(await cardPng(card)) as Uint8Array<ArrayBuffer>;
}
