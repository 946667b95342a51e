import type { AstroPrerenderer } from 'astro';

/**
 * A prerenderer that answers with what other threads make, or have made, while this one did something else.
 * @param ready by address: `/og/advanced/locks.png`
 */
export function answeringWith(inner: AstroPrerenderer, ready: ReadonlyMap<string, Promise<Uint8Array<ArrayBuffer>>>): AstroPrerenderer {
  return {
    ...inner,
    render: async (request, options) => {
      const bytes = await ready.get(new URL(request.url).pathname);
      return bytes === undefined ? inner.render(request, options) : new Response(bytes);
    },
  };
}
