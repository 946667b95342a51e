import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { Card } from './card.ts';

/** Cards that wait in the thread itself, so that it need not wait for this one. */
const AHEAD = 16;

let thread: Piscina<Card, Uint8Array<ArrayBuffer>> | undefined;

/** A card → PNG, drawn beside the thread that asks; one after the other, in the order in which they are asked for. */
export function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  thread ??= new Piscina({ filename: join(process.cwd(), 'src/site/card-worker.ts'), maxThreads: 1, concurrentTasksPerWorker: AHEAD, atomics: 'disabled', idleTimeout: 1000 });
  return thread.run(card);
}

/** Begins to draw many cards, each at its address. One that fails says so to who asks for it. */
export function drawCards(cards: Iterable<readonly [string, Card]>): ReadonlyMap<string, Promise<Uint8Array<ArrayBuffer>>> {
  const drawn = new Map([...cards].map(([address, card]) => [address, drawCard(card)]));
  for (const each of drawn.values()) each.catch(() => undefined);
  return drawn;
}
