import type { ViteDevServer } from 'vite';

type Channel = ViteDevServer['ws'];
type Client = Parameters<Parameters<Channel['on']>[1]>[1];

/** The pages that are open in browsers, and the channel to them. */
export class BrowserConnections {
  readonly #channel: Channel;
  readonly #pages = new Map<unknown, string>();

  /** @param onPageOpened called with the URL path of a page that a browser has opened */
  constructor(channel: Channel, onPageOpened: (page: string) => Promise<void>) {
    this.#channel = channel;
    channel.on('verbatim:open-page', ({ page }: { readonly page: string }, client: Client) => {
      this.#pages.set(client.socket, page);
      client.socket.once('close', () => this.#pages.delete(client.socket));
      // Something may have changed since the page was rendered.
      void onPageOpened(page);
    });
  }

  /** URL paths of the open pages, each once. */
  pages(): readonly string[] {
    return [...new Set(this.#pages.values())];
  }

  /**
   * Sends the current version of a page to all browsers. A browser that shows an older one fetches the
   * page.
   */
  announce(page: string, version: number): void {
    this.#channel.send('verbatim:page-changed', { page, version });
  }
}
