import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { SocialCard } from './card-content.ts';
import type { CardTask } from './card-worker.ts';

/**
 * Writes all cards of the site below `dist`. A thread draws them, while this thread does something else.
 * @param root folder of the project
 */
export async function writeSocialCards(
  cards: readonly SocialCard[],
  { root, dist, siteTitle }: { readonly root: string; readonly dist: string; readonly siteTitle: string },
): Promise<void> {
  if (cards.length === 0) return;
  const pool = new Piscina<CardTask, void>({
    filename: new URL('./card-worker.ts', import.meta.url).href,
    maxThreads: 1,
    // While one card is encoded, the next is drawn.
    concurrentTasksPerWorker: 2,
    workerData: { root, siteTitle },
  });
  try {
    await Promise.all(cards.map(card => pool.run({ card, file: join(dist, card.url) })));
  } finally {
    await pool.destroy();
  }
}
