import type { ViteDevServer } from 'vite';

type Channel = ViteDevServer['ws'];
type Client = Parameters<Parameters<Channel['on']>[1]>[1];

/** Which pages are open in browsers, and telling them. */
export class Onlookers {
  readonly #channel: Channel;
  readonly #pages = new Map<unknown, string>();

  /** @param looked told the page when a browser has opened it */
  constructor(channel: Channel, looked: (page: string) => Promise<void>) {
    this.#channel = channel;
    channel.on('verbatim:look', ({ page }: { readonly page: string }, client: Client) => {
      this.#pages.set(client.socket, page);
      client.socket.once('close', () => this.#pages.delete(client.socket));
      // What has changed between its rendering and now.
      void looked(page);
    });
  }

  /** Each once. */
  pages(): readonly string[] {
    return [...new Set(this.#pages.values())];
  }

  /** Tells all browsers which version of a page there is; those that show an older one ask for it. */
  tell(page: string, version: number): void {
    this.#channel.send('verbatim:changed', { page, version });
  }
}
