import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { fingerprint } from '../../core/text/hash.ts';
import { type Known, placeOf, readLast } from '../incremental/previous-site.ts';
import { Auditor, type Found } from './audit-pages.ts';
import { AuditedPages } from './audit-cache.ts';
import { type Answer, failureOf, type Opening, type Order } from './output-worker-messages.ts';
import { NewSite } from './site-writer.ts';
import type { Plan } from './output-plan.ts';
import { SearchIndex } from './search-index.ts';

/** Files of the last site that are put into the new one before what was asked meanwhile is done. */
const TOGETHER = 20;

const { root, dist, code, reuse } = workerData as Opening;
const port = parentPort as MessagePort;
const site = new NewSite(dist);
const search = new SearchIndex({ root, dist, code, reuse });
const say = (answer: Answer): void => port.postMessage(answer);

/** All that knows what is built. */
interface Desk {
  readonly auditor: Auditor;
  readonly audited: AuditedPages<Found>;
  /** Ends when all that need not be rendered stands in the new site. */
  readonly there: Promise<void>;
}

let desk: Desk | undefined;

function begin(plan: Plan): Desk {
  const audited = AuditedPages.open<Found>(root, plan.identity, plan.proofs, reuse);
  const auditor = new Auditor({ dist, proofs: plan.proofs, editions: plan.editions, audited });
  search.begin({ identity: plan.identity, searched: plan.searched, kept: new Map(plan.kept) });
  const there = fill(plan, auditor);
  // Whoever waits for it hears of it.
  there.catch(() => undefined);
  return { auditor, audited, there };
}

/** Puts into the new site what is kept of the last one, and the files to download: they are what ran. */
async function fill({ kept, proofs }: Plan, auditor: Auditor): Promise<void> {
  await link(kept, auditor);
  const linked = new Set(kept.map(([address]) => address));
  for (const [index, { example }] of [...proofs.values()].entries()) {
    if (example !== undefined && !linked.has(`/${example.file}`))
      write(`/${example.file}`, Buffer.from(example.source));
    if (index % TOGETHER === 0) await breathe();
  }
}

async function link(kept: Plan['kept'], auditor: Auditor): Promise<void> {
  for (const [index, [address, digest]] of kept.entries()) {
    const place = placeOf(address);
    site.link(place, join(root, 'dist', place));
    if (isRead(place)) auditor.readKept(place, digest);
    if (index % TOGETHER === 0) await breathe();
  }
}

/** Writes a page, and reads it back. */
function page({ auditor }: Desk, address: string, bytes: Uint8Array): void {
  const digest = write(address, bytes);
  const place = placeOf(address);
  if (!isRead(place)) return;
  auditor.read(place);
  if (search.has(address)) search.add(address, digest);
}

function write(address: string, bytes: Uint8Array): string {
  site.write(placeOf(address), bytes);
  const digest = fingerprint([bytes]);
  say({ kind: 'page', address, digest });
  return digest;
}

/** Whether the audit reads such a file. */
function isRead(place: string): boolean {
  return /\.(?:html|md)$/.test(place);
}

async function answer(order: Order): Promise<void> {
  if (order.kind === 'begin') desk = begin(order.plan);
  if (desk === undefined) throw new Error(`"${order.kind}" was asked for before the plan was known`);
  if (order.kind === 'page') page(desk, order.address, order.bytes);
  if (order.kind === 'settle') {
    await desk.there;
    say({ kind: 'settled', heads: desk.auditor.heads() });
  }
  if (order.kind === 'end') {
    await desk.there;
    const [audit] = await Promise.all([desk.auditor.end(), search.write()]);
    if (audit.problems.length === 0) await desk.audited.save();
    say({ kind: 'ended', audit });
  }
}

/** Orders are taken one by one: between two of them this thread hears what Pagefind says. */
const orders: Order[] = [];
let busy = false;

async function work(): Promise<void> {
  busy = true;
  for (let order = orders.shift(); order !== undefined; order = orders.shift()) {
    await answer(order);
    await breathe();
  }
  busy = false;
}

port.on('message', (order: Order) => {
  orders.push(order);
  if (!busy) work().catch((error: unknown) => say({ kind: 'failed', failure: failureOf(error) }));
});
const last = reuse ? readLast(root) : new Map<string, Known>();
say({ kind: 'last', pages: last });
search.goAhead(last);
