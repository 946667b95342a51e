import type { AstroPrerenderer } from 'astro';

/** What a build rendered, and how much it took from the last one. */
export interface Rendering {
  /** Addresses of the pages that it rendered: `/advanced/locks/`. */
  readonly pages: string[];
  /** How many other files it made: cards, Markdown editions, downloads. */
  others: number;
  /** How many pages and other files are those of the last build. */
  kept: number;
}

/** Who else puts pages where. */
export interface Places {
  /** Whether something stands at an address, or will, that need not be rendered. */
  readonly isMade: (address: string) => boolean;
  /** Whether the next build may take from this one what is rendered at an address. */
  readonly isKnown: (address: string) => boolean;
  /** Addresses that are rendered before all others, because more is to be done with what stands there. */
  readonly first: ReadonlySet<string>;
  /** Puts a page into the site. */
  readonly write: (address: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
}

/**
 * Astro's own way to render pages, but for those that need not be. Pages that the next build may take are given to
 * another thread, to be written: Astro would write each in four steps, and wait in each of them.
 */
export function keepingPages(
  inner: AstroPrerenderer,
  { isMade, isKnown, first, write }: Places,
  done: Rendering,
): AstroPrerenderer {
  return {
    ...inner,
    getStaticPaths: async () => {
      const { early = [], late = [] } = Object.groupBy(
        (await inner.getStaticPaths()).filter(({ pathname }) => !isMade(pathname)),
        ({ pathname }) => (first.has(pathname) ? 'early' : 'late'),
      );
      return [...early, ...late];
    },
    render: async (request, options) => {
      const address = new URL(request.url).pathname;
      const result = await inner.render(request, options);
      const response = result instanceof Response ? result : result.response;
      if (options.routeData.type === 'page') done.pages.push(address);
      else done.others += 1;
      if (!isKnown(address) || response.status !== 200 || response.body === null) return result;
      await write(address, new Uint8Array(await response.arrayBuffer()));
      return written();
    },
  };
}

/** For what has no body, Astro writes nothing. */
const written = (): Response => new Response(null);
