import { join } from 'node:path';
import { Piscina } from 'piscina';
import { allCards, type CardSettings, type SocialCard } from './card-content.ts';
import type { CardTask } from './card-worker.ts';

/**
 * Writes all cards of the site below `dist`. A thread draws them, while this thread does something else.
 * Writes nothing if the settings turn cards off.
 * @param root folder of the project
 */
export async function writeSocialCards(
  articles: readonly SocialCard[],
  settings: CardSettings,
  { root, dist }: { readonly root: string; readonly dist: string },
): Promise<void> {
  const cards = allCards(articles, settings);
  if (cards.length === 0) return;
  const pool = new Piscina<CardTask, void>({
    filename: new URL('./card-worker.ts', import.meta.url).href,
    maxThreads: 1,
    // While one card is encoded, the next is drawn.
    concurrentTasksPerWorker: 2,
    workerData: { root, siteTitle: settings.title },
  });
  try {
    await Promise.all(cards.map(card => pool.run({ card, file: join(dist, card.url) })));
  } finally {
    await pool.destroy();
  }
}
