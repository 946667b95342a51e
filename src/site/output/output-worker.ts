import { Worker } from 'node:worker_threads';
import type { Known } from '../incremental/previous-site.ts';
import type { Audit } from './audit-pages.ts';
import type { PageHead } from './extract-blocks.ts';
import { type Answer, errorOf, type Opening, type Order } from './output-worker-messages.ts';
import type { Plan } from './output-plan.ts';

/** Nearly all that a thread allocates is garbage at once: collected soon, it takes up less memory and no more time. */
const YOUNG = { maxYoungGenerationSizeMb: 8 } as const;
/** Bytes that may wait to be written. */
const MOST = 8_000_000;

/**
 * The thread that finishes a site beside the one that renders it: it finds what still stands of the last site, takes over what is
 * kept of it, writes pages and reads them back, and has the search index made.
 */
export class Finisher {
  readonly #thread: Worker;
  readonly #last = Promise.withResolvers<ReadonlyMap<string, Known>>();
  readonly #settled = Promise.withResolvers<ReadonlyMap<string, PageHead>>();
  readonly #ended = Promise.withResolvers<Audit>();
  readonly #failed = Promise.withResolvers<never>();
  /** Is told the digest of each page that was written. */
  onPage: (address: string, digest: string) => void = () => {};
  /** Bytes of each page that is not written yet. */
  readonly #waiting = new Map<string, number>();
  #bytes = 0;
  #room: PromiseWithResolvers<void> | undefined;

  constructor(opening: Opening) {
    this.#thread = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: opening,
      resourceLimits: YOUNG,
    });
    // A build that fails does not wait for it.
    this.#thread.unref();
    this.#thread.on('message', (answer: Answer) => this.#hear(answer));
    this.#thread.on('error', error => this.#failed.reject(error));
    // Where it was not asked to end, nobody would hear of it.
    this.#thread.on('exit', exitCode =>
      this.#failed.reject(new Error(`The thread that finishes the site ended by itself, with ${exitCode}`)),
    );
    this.#failed.promise.catch(() => undefined);
  }

  /** What still stands of the last site. */
  last(): Promise<ReadonlyMap<string, Known>> {
    return this.#await(this.#last.promise);
  }

  /** Tells what is to be built: from now on the site is filled. */
  begin(plan: Plan): void {
    this.#ask({ kind: 'begin', plan });
  }

  /** Has a page written, and read back. It waits only where many others do. */
  async write(address: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#waiting.set(address, bytes.length);
    this.#bytes += bytes.length;
    this.#thread.postMessage({ kind: 'page', address, bytes } satisfies Order, [bytes.buffer]);
    if (this.#bytes > MOST) await this.#await((this.#room ??= Promise.withResolvers()).promise);
  }

  /** Waits until all pages are in the site. @returns what their heads say, by their places */
  settle(): Promise<ReadonlyMap<string, PageHead>> {
    this.#ask({ kind: 'settle' });
    return this.#await(this.#settled.promise);
  }

  /** Ends the site, and says what was found on it. The thread ends too. */
  async end(): Promise<Audit> {
    this.#ask({ kind: 'end' });
    try {
      return await this.#await(this.#ended.promise);
    } finally {
      await this.close();
    }
  }

  /** Ends the thread, whatever it does. */
  async close(): Promise<void> {
    await this.#thread.terminate();
  }

  #ask(order: Order): void {
    this.#thread.postMessage(order);
  }

  #hear(answer: Answer): void {
    if (answer.kind === 'last') this.#last.resolve(answer.pages);
    else if (answer.kind === 'settled') this.#settled.resolve(answer.heads);
    else if (answer.kind === 'ended') this.#ended.resolve(answer.audit);
    else if (answer.kind === 'failed') this.#failed.reject(errorOf(answer.failure));
    else this.#wrote(answer.address, answer.digest);
  }

  #wrote(address: string, digest: string): void {
    this.onPage(address, digest);
    this.#bytes -= this.#waiting.get(address) ?? 0;
    this.#waiting.delete(address);
    if (this.#bytes > MOST / 2) return;
    this.#room?.resolve();
    this.#room = undefined;
  }

  /** Only while somebody waits for it the thread keeps this process alive. */
  async #await<T>(promise: Promise<T>): Promise<T> {
    this.#thread.ref();
    try {
      return await Promise.race([promise, this.#failed.promise]);
    } finally {
      this.#thread.unref();
    }
  }
}
