import { Piscina } from 'piscina';
import { allCards, type CardSettings, type SocialCard } from './card-content.ts';

/** A card as the site publishes it. */
export interface DrawnCard {
  /** Output path below `dist/`: `og/advanced/locks.png`. */
  readonly path: string;
  readonly png: Uint8Array;
}

/** Cards in memory at once. */
const BATCH_SIZE = 8;

/**
 * Draws all cards of the site in a thread, a few at a time, while this thread does something else. Yields
 * nothing if the settings turn cards off.
 * @param root folder of the project
 */
export async function* socialCards(
  articles: readonly SocialCard[],
  settings: CardSettings,
  root: string,
): AsyncGenerator<DrawnCard> {
  const cards = allCards(articles, settings);
  if (cards.length === 0) return;
  const filename = new URL('./card-worker.ts', import.meta.url).href;
  const pool = new Piscina({ filename, maxThreads: 1, concurrentTasksPerWorker: 2 });
  const options = { root, siteTitle: settings.title };
  const draw = async (card: SocialCard): Promise<DrawnCard> => ({
    path: card.url.slice(1),
    png: (await pool.run({ card, options })) as Uint8Array,
  });
  try {
    for (let start = 0; start < cards.length; start += BATCH_SIZE)
      yield* await Promise.all(cards.slice(start, start + BATCH_SIZE).map(draw));
  } finally {
    await pool.destroy();
  }
}
