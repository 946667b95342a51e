import { allCards, type CardSettings, type SocialCard } from './card-content.ts';
import { drawCard } from './draw-card.ts';

/** A card as the site publishes it. */
export interface DrawnCard {
  /** Output path below `dist/`: `og/advanced/locks.png`. */
  readonly path: string;
  readonly png: Buffer;
}

/** Cards in memory at once. Encoding runs on Node's thread pool, which has four threads. */
const BATCH_SIZE = 4;

/**
 * Draws all cards of the site, a few at a time. Yields nothing if the settings turn cards off.
 * @param root folder of the project
 */
export async function* socialCards(
  articles: readonly SocialCard[],
  settings: CardSettings,
  root: string,
): AsyncGenerator<DrawnCard> {
  const cards = allCards(articles, settings);
  const draw = async (card: SocialCard): Promise<DrawnCard> => ({
    path: card.url.slice(1),
    png: await drawCard(card, { root, siteTitle: settings.title }),
  });
  for (let start = 0; start < cards.length; start += BATCH_SIZE)
    yield* await Promise.all(cards.slice(start, start + BATCH_SIZE).map(draw));
}
