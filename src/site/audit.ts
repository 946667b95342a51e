import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { glob } from 'tinyglobby';
import { visible } from '../core/diff.ts';
import { joinLines, splitLines } from '../core/lines.ts';
import type { Problem } from '../core/problem.ts';
import { digest } from '../core/recording.ts';
import { shownCode, shownText } from '../core/shown.ts';
import type { AuditedPages } from './audited.ts';
import { type Block, blocksOf } from './blocks.ts';
import { isRunnable } from './fence.ts';
import { readIfThere } from './last-site.ts';
import type { Proof, Proofs, ProvedRecording } from './proofs.ts';
import { capture, shownOutput } from './resolve.ts';
import { readFences } from './twin-fence.ts';

/** What the audit of a built site found. */
export interface Audit {
  readonly pages: number;
  readonly twins: number;
  readonly outputs: number;
  readonly codes: number;
  readonly values: number;
  readonly problems: readonly Problem[];
}

const KINDS = ['output', 'code', 'value', 'fence'] as const;

type Kind = (typeof KINDS)[number];

/** How many blocks of each kind a page has. */
export type Found = Readonly<Record<Kind, number>>;

/**
 * Reads the built HTML back and compares each block with the ledger: an output with the recording that was proved,
 * code with the file that ran, a value with what was printed. A block that says nothing of where it is from is a problem.
 * Markdown is read back likewise, with a parser of Markdown; and its prose must be that of `twins`, which are made of the same proofs.
 * @param audited what earlier audits found right; absent: nothing
 */
export async function audit(dist: string, proofs: Proofs, twins: ReadonlyMap<string, string>, audited?: AuditedPages<Found>): Promise<Audit> {
  const pages = (await glob('**/*.{html,md}', { cwd: dist })).sort();
  const served = new Map<string, string>();
  const total = { output: 0, code: 0, value: 0, fence: 0 };
  const problems: Problem[] = [];
  for (const page of pages) {
    // What else this process has to do meanwhile waits for other processes.
    await breathe();
    const bytes = readFileSync(join(dist, page));
    if (page.endsWith('.md')) served.set(page, bytes.toString('utf8'));
    const found = audited?.find(page, bytes) ?? readPage(page, bytes, proofs, problems, audited);
    if (!served.has(page)) for (const kind of KINDS) total[kind] += found[kind];
  }
  return { pages: pages.length - served.size, twins: served.size, outputs: total.output, codes: total.code, values: total.value, problems: [...problems, ...strangeTwins(served, twins), ...downloads(dist, proofs)] };
}

/** Compares all blocks of a page; what is wrong goes to `problems`, and a page without a problem to `audited`. */
function readPage(page: string, bytes: Buffer, proofs: Proofs, problems: Problem[], audited: AuditedPages<Found> | undefined): Found {
  const source = bytes.toString('utf8');
  const found = { output: 0, code: 0, value: 0, fence: 0 };
  const [before, ids] = [problems.length, new Set<string>()];
  for (const { kind, block } of page.endsWith('.md') ? blocksOfTwin(source) : blocksOfPage(source)) {
    if (kind !== undefined) found[kind] += 1;
    if (kind !== undefined && kind !== 'fence') ids.add(block.attributes[`data-${kind}`] ?? '');
    const wrong = kind === undefined ? 'A block says nothing of the run that printed it.' : CHECKS[kind](block, proofs);
    if (wrong !== undefined) problems.push({ file: `dist/${page}`, title: wrong, detail: excerpt(block.text), remedy: 'Nothing may be published that no run printed: build again, and if this stays, mend what renders the page.' });
  }
  if (problems.length === before) audited?.note(page, bytes, [...ids], found);
  return found;
}

function blocksOfPage(html: string): { kind?: Kind | undefined; block: Block }[] {
  return blocksOf(html).map((block) => ({ kind: KINDS.find((name) => `data-${name}` in block.attributes), block }));
}

function blocksOfTwin(markdown: string): { kind?: Kind | undefined; block: Block }[] {
  return readFences(markdown).map(({ language, facts, text, source }) => {
    const attributes = Object.fromEntries(Object.entries(facts).map(([name, value]) => [`data-${name}`, value]));
    const kind = (['output', 'code'] as const).find((name) => name in facts) ?? ('unverified' in facts || !isRunnable(language) ? 'fence' : undefined);
    return { kind: text === undefined && kind !== 'fence' ? undefined : kind, block: { text: text ?? source, attributes } };
  });
}

/** Markdown that is not what the articles became, and articles without theirs. */
function strangeTwins(served: ReadonlyMap<string, string>, twins: ReadonlyMap<string, string>): Problem[] {
  const pageOf = new Map([...twins.keys()].map((file) => [file, file.replace(/^[^/]+\//, '').replace(/\.mdx$/, '.md')]));
  const twinOf = new Map([...pageOf].map(([file, page]) => [page, twins.get(file)]));
  const isTwin = (text: string | undefined, twin: string | undefined): boolean => text !== undefined && twin !== undefined && text.endsWith(`\n${twin}`);
  const strange = [...served].filter(([page, text]) => !isTwin(text, twinOf.get(page)));
  const missing = [...twins].filter(([file, twin]) => !isTwin(served.get(pageOf.get(file) ?? ''), twin));
  return [
    ...strange.map(([page]) => ({ file: `dist/${page}`, title: 'This Markdown is not the text of an article.', remedy: 'Build again.' })),
    ...missing.map(([file]) => ({ file, title: 'The twin of this article in Markdown is missing, or is not what it was made.', remedy: 'Build again.' })),
  ];
}

/** Each says what is wrong with a block of its kind, or nothing. */
const CHECKS = {
  output: ({ text, attributes }, proofs) => {
    const proof = proofs.get(attributes['data-output'] ?? '');
    const shown = proof?.proved.find(({ recording }) => recording.variant === attributes['data-python']);
    const unproved = notProved(proof, shown, attributes['data-output']);
    if (unproved !== undefined) return unproved;
    const recorded = attributes['data-stream'] === 'err' ? shown?.recording.err : shown?.recording.out;
    if (recorded === undefined) return `There is no recording of ${attributes['data-output']} for this block.`;
    return text === shownOutput(slice(recorded, attributes['data-lines'])) ? undefined : `An output is not what ${attributes['data-output']} printed.`;
  },
  code: ({ text, attributes }, proofs) => {
    const example = proofs.get(attributes['data-code'] ?? '')?.example;
    if (example === undefined) return `No example ${attributes['data-code']} was verified in this build.`;
    return text === shownText(shownCode(example, attributes['data-region'], 'data-block' in attributes)) ? undefined : `Code is not that of ${example.file}.`;
  },
  value: ({ text, attributes }, proofs) => {
    const proof = proofs.get(attributes['data-value'] ?? '');
    const shown = proof?.proved[0];
    const unproved = notProved(proof, shown, attributes['data-value']);
    if (unproved !== undefined) return unproved;
    return text === capture(shown?.recording.out ?? '', attributes['data-match'] ?? '') ? undefined : `The value "${text}" is not what ${attributes['data-value']} printed.`;
  },
  fence: () => undefined,
} as const satisfies Record<Kind, (block: Block, proofs: Proofs) => string | undefined>;

/** Why a recording of an example may not be shown. */
function notProved(proof: Proof | undefined, shown: ProvedRecording | undefined, id: string | undefined): string | undefined {
  if (proof === undefined) return `No example ${id} is in the ledger.`;
  if (proof.entry.verdict !== 'verified') return `${id} is shown with output, and its verdict is "${proof.entry.verdict}".`;
  const { recording, pythons } = shown ?? {};
  const proving = proof.entries.filter(({ verdict, variant, python }) => verdict === 'verified' && variant === recording?.variant && pythons?.some(({ version }) => version === python));
  if (recording === undefined || proving.length === 0 || proving.some((entry) => entry.recording !== digest(recording))) return `The recording of ${id} is not the one that was verified.`;
  return undefined;
}

/** `2-4` of a text; all of it without a range. */
function slice(text: string, range: string | undefined): string {
  if (range === undefined) return text;
  const { lines, closed } = splitLines(text);
  const [from = 1, to = lines.length] = range.split('-').map(Number);
  return joinLines({ lines: lines.slice(from - 1, to), closed: to < lines.length || closed });
}

/** The file that a reader downloads has the very bytes that ran. */
function downloads(dist: string, proofs: Proofs): Problem[] {
  return [...proofs.values()].flatMap(({ entry, example }): Problem[] => {
    if (example === undefined) return [];
    const served = readIfThere(join(dist, entry.file));
    return served?.equals(Buffer.from(example.source)) ? [] : [{ file: `dist/${entry.file}`, title: served === undefined ? 'The file to download is missing.' : 'The file to download is not the one that ran.', remedy: 'Build again.' }];
  });
}

function excerpt(text: string): string {
  const lines = text.trimEnd().split('\n').slice(0, 6);
  return lines.map((line) => `    ${visible(line.slice(0, 100))}`).join('\n');
}
