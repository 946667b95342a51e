import { rm } from 'node:fs/promises';
import type { AstroPrerenderer } from 'astro';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { ProblemError } from '../../core/problems/problem.ts';
import type { Verification } from '../../runner/commands/verify.ts';
import { Desk, type DeskOptions } from './prepare-site.ts';
import { cardPath } from '../social-cards/card-content.ts';
import { socialCards } from '../social-cards/social-cards.ts';
import { site } from '../../site.config.ts';
import type { Audit } from '../output/audit-pages.ts';
import { Finisher } from '../output/output-worker.ts';
import { writeHeaders } from '../output/http-headers.ts';
import { siteIdentity } from '../incremental/inputs-digest.ts';
import { keepingPages, type Rendering } from '../incremental/reuse-pages.ts';
import { buildKey, rememberBuild } from '../incremental/previous-build.ts';
import { LastSite } from '../incremental/previous-site.ts';
import { Stopwatch } from './build-timings.ts';
import type { MappedPages } from '../astro/sitemap.ts';
import { type Begun, takeBegun } from './build-handoff.ts';

export interface BuildOptions extends DeskOptions {
  /** Where the sitemap hears of pages. */
  readonly pages: MappedPages;
}

/** One build of the site, step by step as Astro comes to them: what this thread does, and what two others do beside it. */
export class SiteBuild {
  readonly desk: Desk;
  readonly #options: BuildOptions;
  readonly #watch = new Stopwatch();
  /** What was begun before Astro was loaded; absent where another command than ours builds. */
  readonly #ahead: Begun | undefined;
  readonly #done: Rendering = { pages: [], others: 0, kept: 0 };
  #dist = '';
  #finisher: Finisher | undefined;
  #last: LastSite | undefined;
  /** What the site is made of; absent where the next build could not know it. */
  #made: { readonly verification: Verification; readonly key: string } | undefined;
  /** Ends when all cards are drawn, and on their way into the site. */
  #drawn: Promise<void> | undefined;
  /** Files of the articles whose pages are those of the last site. */
  kept: ReadonlySet<string> = new Set();

  private constructor(options: BuildOptions, desk: Desk, ahead: Begun | undefined) {
    this.#options = options;
    this.desk = desk;
    this.#ahead = ahead;
  }

  static async open(options: BuildOptions): Promise<SiteBuild> {
    return new SiteBuild(options, await Desk.open(options), takeBegun());
  }

  /** Verifies every example and resolves every article. @param dist the folder of the new site @throws ProblemError with everything that is wrong */
  async prepare(dist: string): Promise<Ledger> {
    this.#dist = dist;
    const { root, strict } = this.#options;
    // To take pages from an earlier site is for an author's machine: where CI is set, all is made and read.
    const ahead = this.#ahead;
    const finisher = (this.#finisher =
      ahead?.finisher ?? new Finisher({ root, dist, code: this.desk.code, reuse: !strict }));
    const last = (this.#last = new LastSite(root));
    finisher.onPage = (address, digest) => last.note(address, digest);
    const still = finisher.last();
    // What it says, it says to who waits for it.
    still.catch(() => undefined);
    try {
      const verification = await this.desk.prepareAll(
        {
          onVerified: async () => {
            this.#watch.lap('verify', ahead?.seconds);
            last.stands(await still);
          },
        },
        ahead,
      );
      if (!strict && !this.desk.isReaching)
        this.#made = {
          verification,
          key: ahead?.key ?? buildKey(root, this.desk.code, verification, this.desk.dates),
        };
      return verification.ledger;
    } catch (error) {
      await finisher.close();
      throw error;
    }
  }

  /** Finds which pages are those of the last site, and begins to fill the new one. */
  async begin(): Promise<void> {
    const [last, finisher] = [begun(this.#last), begun(this.#finisher)];
    last.expect(this.desk.pageKeys());
    this.kept = this.desk.filesWhere(address => last.find(address) !== undefined);
    this.desk.revive(address => last.find(address) === undefined);
    const kept = last.keep();
    finisher.begin(this.desk.plan(kept));
    this.#options.pages.keep(kept.map(([address]) => address).filter(address => address.endsWith('/')));
    this.#done.kept = kept.length;
    this.#done.others += [...this.desk.downloads].filter(address => last.find(address) === undefined).length;
    this.#drawn = this.#writeCards(last);
    // Whoever waits for it hears of it.
    this.#drawn.catch(() => undefined);
    this.#watch.lap('resolve');
  }

  /** Astro's own way to render, but for what is kept, and what others make. */
  prerenderer(inner: AstroPrerenderer): AstroPrerenderer {
    const [last, finisher] = [begun(this.#last), begun(this.#finisher)];
    const setup = async (): Promise<void> => {
      this.#watch.lap('bundle');
      await inner.setup?.();
    };
    return keepingPages(
      { ...inner, setup },
      {
        isMade: address =>
          last.find(address) !== undefined || this.desk.downloads.has(address) || this.desk.isCard(address),
        isKnown: address => last.isKnown(address),
        first: new Set(this.desk.addresses()),
        write: (address, bytes) => finisher.write(address, bytes),
      },
      this.#done,
    );
  }

  /** When the last page is rendered: waits until all of them are in the site. */
  async settle(): Promise<void> {
    await this.#drawn;
    this.#options.pages.tell(await begun(this.#finisher).settle());
    this.#watch.lap('render');
  }

  /** Ends the site. @throws ProblemError where anything on it is not what was proved: then it is removed */
  async end(): Promise<Audit> {
    const ending = begun(this.#finisher).end();
    ending.catch(() => undefined);
    // Asked again while others end it: what somebody saved meanwhile may be in the site, or not.
    const { root } = this.#options;
    const key =
      this.#made && buildKey(root, siteIdentity(root, process.env), this.#made.verification, this.desk.dates);
    const audit = await ending;
    if (audit.problems.length > 0) {
      // What failed the audit must not lie there to be published.
      await rm(this.#dist, { recursive: true });
      throw new ProblemError(audit.problems);
    }
    this.#watch.lap('audit');
    await writeHeaders(this.#dist);
    const last = begun(this.#last);
    await last.save();
    if (key !== undefined && key === this.#made?.key)
      await rememberBuild(root, this.#dist, key, audit.pages, last.digests());
    this.#watch.report(root, this.#done);
    return audit;
  }

  async #writeCards(last: LastSite): Promise<void> {
    const isMissing = (path: string): boolean => last.find(`/${path}`) === undefined;
    const cards = this.desk.articleCards.filter(({ id }) => isMissing(cardPath(id)));
    for await (const { path, png } of socialCards(cards, site, this.#options.root))
      if (isMissing(path)) await this.#write(`/${path}`, new Uint8Array(png));
  }

  async #write(address: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#done.others += 1;
    await begun(this.#finisher).write(address, bytes);
  }
}

function begun<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('A build goes on that has not begun');
  return part;
}
