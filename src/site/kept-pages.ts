import type { AstroPrerenderer } from 'astro';
import { fingerprint } from '../core/fingerprint.ts';
import { type LastSite, placeOf } from './last-site.ts';
import type { NewSite } from './new-site.ts';

/** What a build rendered, and how much it took from the last one. */
export interface Rendering {
  /** Addresses of the pages that it rendered: `/advanced/locks/`. */
  readonly pages: string[];
  /** How many other files it made: cards, twins, downloads. */
  others: number;
  /** How many pages and other files are those of the last build. */
  kept: number;
}

/** Where a prerenderer takes pages from, and where it puts them. */
export interface Places {
  readonly last: LastSite;
  readonly site: NewSite;
}

/**
 * Astro's own way to render pages, but that a page which the last build made of the same is taken from there. Pages that the next
 * build may take are put into the site at once: Astro would write each in four steps, and wait for another thread in each of them.
 */
export function keepingPages(inner: AstroPrerenderer, { last, site }: Places, done: Rendering): AstroPrerenderer {
  return {
    ...inner,
    render: async (request, options) => {
      const address = new URL(request.url).pathname;
      const kept = last.find(address);
      if (kept !== undefined) {
        done.kept += 1;
        last.note(address, kept.digest);
        site.link(placeOf(address), kept.file);
        return written();
      }
      const result = await inner.render(request, options);
      const response = result instanceof Response ? result : result.response;
      if (options.routeData.type === 'page') done.pages.push(address);
      else done.others += 1;
      if (!last.isKnown(address) || response.status !== 200 || response.body === null) return result;
      const bytes = new Uint8Array(await response.arrayBuffer());
      last.note(address, fingerprint([bytes]));
      site.write(placeOf(address), bytes);
      return written();
    },
  };
}

/** For what has no body, Astro writes nothing. */
const written = (): Response => new Response(null);

/** Astro's list of the articles to bundle, without those whose pages are taken from the last site: bundling takes most of a build. */
export function withoutKept(list: string, kept: ReadonlySet<string>): string {
  return list.replaceAll(/\["(?<file>[^"]+)", \(\) => import\("[^"]*"\)\],?/g, (entry, file: string) => (kept.has(file) ? '' : entry));
}
