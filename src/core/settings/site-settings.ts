/** A picture or a line of one's own in an advertisement slot. First-party only: no script, no other host. */
export interface Advertisement {
  readonly href: string;
  readonly text: string;
}

/** Icons of tracks. */
export const TRACK_ICONS = ['rocket', 'pen'] as const;

/** A folder of `content/`. */
export interface Track {
  readonly title: string;
  readonly summary: string;
  readonly icon: (typeof TRACK_ICONS)[number];
}

/** Under which license readers may use the texts and examples of a site. */
export interface License {
  /** `CC BY 4.0` */
  readonly name: string;
  readonly url: string;
}

/** Somebody who writes articles. */
interface Author {
  readonly url: string;
}

/** The example on the home page, as `<Example>` would show it. */
export interface Showcase {
  /** `topic/name.py`, or its id `topic/name`. One with a variant shows best what a site is for. */
  readonly file: string;
  /** The region of it that is shown; without it, all is. */
  readonly region?: string;
  /** A sentence above it: what a reader may try. */
  readonly caption?: string;
}

/** What a site must say of itself. */
interface RequiredSettings {
  readonly title: string;
  readonly tagline: string;
  /** For search engines, the feed and `llms.txt`. */
  readonly description: string;
  /** Below the tagline on the home page. */
  readonly welcome: string;
  /** Where the site is published; the environment variable SITE_URL overrides it. */
  readonly url: string;
  /** The language of the articles in `content/<track>/`, and of pages that are in no other. */
  readonly language: string;
  /** One for each folder of `content/`, in the order of the home page. */
  readonly tracks: Readonly<Record<string, Track>>;
}

/** What a site says of itself in a further language, whose articles are in `content/<language>/`. */
export interface Translation extends Pick<RequiredSettings, 'tagline' | 'description' | 'welcome'> {
  /** Without it, that of the settings. */
  readonly cardSubtitle?: string | undefined;
  /** By slug. A track that is not named here keeps its title and summary. */
  readonly tracks: Readonly<Record<string, Pick<Track, 'title' | 'summary'>>>;
}

/** What a site may say of itself: a new setting has a value here, so that older settings stay valid. */
const DEFAULTS = {
  /** Further languages, by their tags: `de: { tagline: …, tracks: … }`. `core/words/` has words for each. */
  translations: {} as Readonly<Record<string, Translation>>,
  /**
   * Where sources can be edited, up to the path of a file: `https://github.com/owner/name/edit/main/`.
   * Without it, articles have no "Edit this page".
   */
  repository: undefined as string | undefined,
  /**
   * Where readers report what is not clear: `https://example.org/owner/name/issues/new`. It gets `title`
   * and `body` as a query. Without it, that of `repository` if this is on GitHub; otherwise articles have
   * no link.
   */
  issues: undefined as string | undefined,
  /** Named at the foot of each page and in structured data. Without it, all rights are reserved. */
  license: undefined as License | undefined,
  /** Where readers find those whose names `authors` of articles have: `{ 'Ada Lovelace': { url: '…' } }`. */
  authors: {} as Readonly<Record<string, Author>>,
  /**
   * Ids or globs of the samples that may use the network: `['topic/name']`. A sample declares that it needs
   * it, and has it only if it is listed here.
   */
  network: [] as readonly string[],
  /** The example on the home page, with its variants and its timeline. Without it, home has none. */
  showcase: undefined as Showcase | undefined,
  /** Pictures that other sites show for a link to a page (Open Graph). `false` draws none. */
  socialCards: true as boolean,
  /** Below the tagline on the social card of the home page. */
  cardSubtitle: 'Programs that you can run',
  /** Advertisement slots. Off, they leave no trace in the pages. On, CSS reserves their space. */
  advertisements: { enabled: false, head: { href: '/', text: '' }, text: { href: '/', text: '' } } as {
    readonly enabled: boolean;
    /** 728×90 at the head of an article, 320×50 on small screens. */
    readonly head: Advertisement;
    /** 336×280 in the text, 300×250 on small screens. */
    readonly text: Advertisement;
  },
};

/** The settings of a site, complete. */
export type SiteSettings = RequiredSettings & Readonly<typeof DEFAULTS>;

/** Completes the settings of `src/site.config.ts`. */
export function defineSite(settings: RequiredSettings & Partial<SiteSettings>): SiteSettings {
  return { ...DEFAULTS, ...settings };
}
