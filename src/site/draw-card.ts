import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { Card } from './card.ts';

type Drawn = Uint8Array<ArrayBuffer>;

/** Cards that the thread draws without asking this one, which may be busy, for more. */
const TOGETHER = 25;

let thread: Piscina<readonly Card[], readonly Drawn[]> | undefined;

/** A card → PNG, drawn beside the thread that asks. */
export async function drawCard(card: Card): Promise<Drawn> {
  const [drawn] = await draw([card]);
  return drawn as Drawn;
}

/** Begins to draw many cards, each at its address, in their order. One that fails says so to who asks for it. */
export function drawCards(cards: readonly (readonly [string, Card])[]): ReadonlyMap<string, Promise<Drawn>> {
  const drawn = new Map<string, Promise<Drawn>>();
  for (let first = 0; first < cards.length; first += TOGETHER) {
    const some = cards.slice(first, first + TOGETHER);
    const all = draw(some.map(([, card]) => card));
    some.forEach(([address], index) => drawn.set(address, all.then((pictures) => pictures[index] as Drawn)));
  }
  for (const each of drawn.values()) each.catch(() => undefined);
  return drawn;
}

function draw(cards: readonly Card[]): Promise<readonly Drawn[]> {
  // Two tasks in the thread: it begins the next while this one takes what the last gave.
  thread ??= new Piscina({ filename: join(process.cwd(), 'src/site/card-worker.ts'), maxThreads: 1, concurrentTasksPerWorker: 2, atomics: 'disabled', idleTimeout: 1000 });
  return thread.run(cards);
}
