import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { Card } from './draw-card.ts';

type Drawn = Uint8Array<ArrayBuffer>;

/** Cards that the thread draws without asking this one, which may be busy, for more. */
const TOGETHER = 25;

let thread: Piscina<readonly Card[], readonly Drawn[]> | undefined;

/** A card → PNG, drawn beside the thread that asks. */
export async function drawCard(card: Card): Promise<Drawn> {
  const [drawn] = await draw([card]);
  return drawn as Drawn;
}

/** Cards that are drawn while this thread does something else, in the order in which they are told. */
export class Drawing {
  readonly #drawn: Promise<readonly (readonly [address: string, picture: Drawn])[]>[] = [];
  #waiting: (readonly [address: string, card: Card])[] = [];

  add(address: string, card: Card): void {
    this.#waiting.push([address, card]);
    if (this.#waiting.length === TOGETHER) this.#flush();
  }

  /** There are no more to come: each is given to `take` when it is drawn, and all of them are when this ends. */
  async each(take: (address: string, picture: Drawn) => Promise<void>): Promise<void> {
    this.#flush();
    for (const some of this.#drawn) for (const [address, picture] of await some) await take(address, picture);
  }

  /** Gives up what is not drawn yet. */
  async stop(): Promise<void> {
    await thread?.destroy();
    thread = undefined;
  }

  #flush(): void {
    const some = this.#waiting;
    if (some.length === 0) return;
    this.#waiting = [];
    const drawn = draw(some.map(([, card]) => card)).then(pictures =>
      some.map(([address], index) => [address, pictures[index] as Drawn] as const),
    );
    // One that fails says so to who waits for it.
    drawn.catch(() => undefined);
    this.#drawn.push(drawn);
  }
}

function draw(cards: readonly Card[]): Promise<readonly Drawn[]> {
  // Two tasks in the thread: it begins the next while this one takes what the last gave.
  thread ??= new Piscina({
    filename: join(process.cwd(), 'src/site/social-cards/card-worker.ts'),
    maxThreads: 1,
    concurrentTasksPerWorker: 2,
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
    atomics: 'disabled',
    idleTimeout: 1000,
  });
  return thread.run(cards);
}
