import { site, type Track } from '../../site.config.ts';
import type { Card } from './draw-card.ts';
import type { FrontMatter } from '../article/front-matter-schema.ts';

/** What the card of an article says. */
export function articleCard(
  { title, subtitle }: Pick<FrontMatter, 'title' | 'subtitle'>,
  track: Track | undefined,
): Card {
  return { title, subtitle, kicker: track?.title };
}

/** The card of all other pages. */
export const SITE_CARD: Card = { title: site.tagline, subtitle: 'Tutorials whose programs you can run' };
