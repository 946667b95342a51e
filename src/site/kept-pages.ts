import type { AstroPrerenderer } from 'astro';
import type { LastSite } from './last-site.ts';

/** What a build rendered, and how much it took from the last one. */
export interface Rendering {
  /** Addresses of the pages that it rendered: `/advanced/locks/`. */
  readonly pages: string[];
  /** How many other files it made: cards, twins, downloads. */
  others: number;
  /** How many pages and other files are those of the last build. */
  kept: number;
}

/** Astro's own way to render pages, but that a page which the last build made of the same is taken from there. */
export function keepingPages(inner: AstroPrerenderer, last: LastSite, done: Rendering): AstroPrerenderer {
  return {
    ...inner,
    render: async (request, options) => {
      const address = new URL(request.url).pathname;
      const kept = await last.find(address);
      if (kept !== undefined) {
        done.kept += 1;
        last.note(address, kept);
        return new Response(kept);
      }
      const result = await inner.render(request, options);
      const response = result instanceof Response ? result : result.response;
      if (options.routeData.type === 'page') done.pages.push(address);
      else done.others += 1;
      if (!response.ok || response.body === null) return result;
      const bytes = new Uint8Array(await response.arrayBuffer());
      last.note(address, bytes);
      return new Response(bytes, response);
    },
  };
}

/** Astro's list of the articles to bundle, without those whose pages are taken from the last site: bundling takes most of a build. */
export function withoutKept(list: string, kept: ReadonlySet<string>): string {
  return list.replaceAll(/\["(?<file>[^"]+)", \(\) => import\("[^"]*"\)\],?/g, (entry, file: string) => (kept.has(file) ? '' : entry));
}
