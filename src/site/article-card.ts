import type { Track } from '../site.config.ts';
import type { Card } from './card.ts';
import type { FrontMatter } from './front-matter.ts';

/** What the card of an article says. */
export function articleCard({ title, subtitle }: Pick<FrontMatter, 'title' | 'subtitle'>, track: Track | undefined): Card {
  return { title, subtitle, kicker: track?.title };
}
