/** A picture or a line of one's own in an advertisement slot. First-party only: no script, no other host. */
export interface Advertisement {
  readonly href: string;
  readonly text: string;
}

export interface Track {
  readonly title: string;
  readonly summary: string;
  readonly icon: 'rocket' | 'pen';
}

/** The site's own settings. */
export const site = {
  title: 'Verbatim',
  tagline: 'Python, as it really runs',
  description:
    'Python tutorials on which no published output can be wrong: every sample is a real file, and ' +
    'every output was printed by CPython and verified again by the build that made the page.',
  /** Where the site is published; the environment variable SITE_URL overrides it. */
  url: 'https://verbatim.example',
  language: 'en',
  /**
   * Where sources can be edited, up to the path of a file: `https://github.com/owner/name/edit/main/`.
   * Without it, articles have no "Edit this page".
   */
  repository: undefined as string | undefined,
  /** One for each folder of `content/`, in the order of the home page. */
  tracks: {
    advanced: {
      title: 'Advanced Python',
      summary:
        'Concurrency and the runtime: what happens when your program does more than one thing at a time.',
      icon: 'rocket',
    },
    writing: {
      title: 'Writing for Verbatim',
      summary: 'How to write an article whose outputs nobody types.',
      icon: 'pen',
    },
  } as Readonly<Record<string, Track>>,
  /**
   * Ids or globs of the samples that may use the network: `['topic/name']`. A sample declares that it needs
   * it, and has it only if it is listed here.
   */
  network: [] as readonly string[],
  /** Pictures that other sites show for a link to a page (Open Graph). `false` draws none. */
  socialCards: true as boolean,
  /**
   * Advertisement slots. Off, they leave no trace in the pages. On, CSS reserves their
   * space, so nothing shifts.
   * The environment variable ADVERTISEMENTS=on turns them on for one build.
   */
  advertisements: {
    enabled: process.env.ADVERTISEMENTS === 'on',
    /** 728×90 at the head of an article, 320×50 on small screens. */
    head: { href: '/', text: 'Your notice could stand here: 728 by 90.' },
    /** 336×280 in the text, 300×250 on small screens. */
    text: { href: '/', text: 'Your notice could stand here: 336 by 280.' },
  } as { readonly enabled: boolean; readonly head: Advertisement; readonly text: Advertisement },
} as const;
