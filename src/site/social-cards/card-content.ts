import type { Track } from '../../site.config.ts';

/** What a social card shows: the picture that other sites display for a link to a page (Open Graph). */
export interface SocialCard {
  /** Path of the page without slashes around it, `advanced/locks`; `site` for all pages that are not articles. */
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Shown in the upper right corner: the title of the article's track. */
  readonly label?: string | undefined;
}

/** The settings of `src/site.config.ts` that cards depend on. */
export interface CardSettings {
  readonly title: string;
  readonly tagline: string;
  /** Whether there are social cards at all. */
  readonly socialCards: boolean;
}

/** Width and height of every card in pixels, as link previews expect. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

const SITE_CARD_ID = 'site';

/** The card of an article. */
export function articleCard(
  id: string,
  { title, subtitle }: Pick<SocialCard, 'title' | 'subtitle'>,
  track: Pick<Track, 'title'> | undefined,
): SocialCard {
  return { id, title, subtitle, label: track?.title };
}

/** All cards of the site: one for each article and one for all other pages. None if the settings turn them off. */
export function allCards(articles: readonly SocialCard[], settings: CardSettings): readonly SocialCard[] {
  if (!settings.socialCards) return [];
  const siteCard = {
    id: SITE_CARD_ID,
    title: settings.tagline,
    subtitle: 'Tutorials whose programs you can run',
  };
  return [siteCard, ...articles];
}

/** Output path of a card below `dist/`: `og/advanced/locks.png`. */
export function cardPath(id: string): string {
  return `og/${id}.png`;
}

/** What the head of a page says about its card. */
export interface CardImage {
  /** `/og/advanced/locks.png` */
  readonly href: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** The card of a page, for its head. @param article absent on all other pages @returns undefined if cards are off */
export function cardImage(
  article: { readonly entry: { readonly id: string }; readonly title: string } | undefined,
  settings: CardSettings,
): CardImage | undefined {
  if (!settings.socialCards) return undefined;
  const href = `/${cardPath(article?.entry.id ?? SITE_CARD_ID)}`;
  return { href, ...CARD_SIZE, alt: article?.title ?? settings.tagline };
}
