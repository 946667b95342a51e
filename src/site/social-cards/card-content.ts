import { SITE_CARD_URL, socialCardUrl } from '../routes.ts';

/** What a social card shows: the picture that other sites display for a link to a page (Open Graph). */
export interface SocialCard {
  /** `/og/advanced/locks.png` */
  readonly url: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Shown in the upper right corner: the title of the article's track. */
  readonly label?: string | undefined;
}

/** The settings of `src/site.config.ts` that cards depend on. */
export interface CardSettings {
  /** Of the site, on every card. */
  readonly title: string;
  readonly tagline: string;
  readonly cardSubtitle: string;
  /** Whether there are social cards at all. */
  readonly socialCards: boolean;
}

/** Width and height of every card in pixels, as link previews expect. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** The card of an article. @param file `content/advanced/locks.mdx` */
export function articleCard(
  file: string,
  { title, subtitle }: Pick<SocialCard, 'title' | 'subtitle'>,
  track: { readonly title: string } | undefined,
): SocialCard {
  return { url: socialCardUrl(file), title, subtitle, label: track?.title };
}

/** All cards: one for each article and one for all other pages. None if the settings turn them off. */
export function allCards(articles: readonly SocialCard[], settings: CardSettings): readonly SocialCard[] {
  if (!settings.socialCards) return [];
  const siteCard = { url: SITE_CARD_URL, title: settings.tagline, subtitle: settings.cardSubtitle };
  return [siteCard, ...articles];
}

/** What the head of a page says about its card. */
export interface CardImage {
  /** `/og/advanced/locks.png` */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** The card of a page, for its head. `article` is absent on other pages. Undefined if cards are off. */
export function cardImage(
  article: { readonly cardUrl: string; readonly title: string } | undefined,
  settings: CardSettings,
): CardImage | undefined {
  if (!settings.socialCards) return undefined;
  return { url: article?.cardUrl ?? SITE_CARD_URL, ...CARD_SIZE, alt: article?.title ?? settings.tagline };
}
