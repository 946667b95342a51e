import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { glob } from 'tinyglobby';
import { visible } from '../core/diff.ts';
import { joinLines, splitLines } from '../core/lines.ts';
import type { Problem } from '../core/problem.ts';
import { digest } from '../core/recording.ts';
import { shownCode, shownText } from '../core/shown.ts';
import { isRunnable } from './fence.ts';
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

/** A block of a built page, as the parser of a browser reads it. */
interface Block {
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

type Kind = 'output' | 'code' | 'value' | 'fence';

/**
 * Reads the built HTML back and compares each block with the ledger: an output with the recording that was proved,
 * code with the file that ran, a value with what was printed. A block that says nothing of where it is from is a problem.
 * Markdown is read back likewise, with a parser of Markdown; and its prose must be that of `twins`, which are made of the same proofs.
 */
export async function audit(dist: string, proofs: Proofs, twins: ReadonlyMap<string, string>): Promise<Audit> {
  const pages = (await glob('**/*.{html,md}', { cwd: dist })).sort();
  const served = new Map<string, string>();
  const found: Record<Kind, number> = { output: 0, code: 0, value: 0, fence: 0 };
  const problems: Problem[] = [];
  for (const page of pages) {
    const source = await readFile(join(dist, page), 'utf8');
    if (page.endsWith('.md')) served.set(page, source);
    for (const { kind, block } of page.endsWith('.md') ? blocksOfTwin(source) : blocksOf(source)) {
      if (kind !== undefined && !served.has(page)) found[kind] += 1;
      const wrong = kind === undefined ? 'A block says nothing of the run that printed it.' : CHECKS[kind](block, proofs);
      if (wrong !== undefined) problems.push({ file: `dist/${page}`, title: wrong, detail: excerpt(block.text), remedy: 'Nothing may be published that no run printed: build again, and if this stays, mend what renders the page.' });
    }
  }
  return { pages: pages.length - served.size, twins: served.size, outputs: found.output, codes: found.code, values: found.value, problems: [...problems, ...strangeTwins(served, twins), ...(await downloads(dist, proofs))] };
}

function blocksOf(html: string): { kind?: Kind | undefined; block: Block }[] {
  const $ = load(html);
  return $('pre, samp, [data-value]').toArray().filter((element) => element.name !== 'samp' || $(element).closest('pre').length === 0).map((element) => {
    const { attribs } = element;
    const kind = (['output', 'code', 'value', 'fence'] as const).find((name) => `data-${name}` in attribs);
    return { kind, block: { text: $(element).text(), attributes: attribs } };
  });
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
  const strange = [...served].filter(([, text]) => ![...twins.values()].some((twin) => text.endsWith(`\n${twin}`)));
  const missing = [...twins].filter(([, twin]) => ![...served.values()].some((text) => text.endsWith(`\n${twin}`)));
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
async function downloads(dist: string, proofs: Proofs): Promise<Problem[]> {
  const checked = await Promise.all([...proofs.values()].map(async ({ entry, example }): Promise<Problem[]> => {
    if (example === undefined) return [];
    const served = await readFile(join(dist, entry.file)).catch(() => undefined);
    return served?.equals(Buffer.from(example.source)) ? [] : [{ file: `dist/${entry.file}`, title: served === undefined ? 'The file to download is missing.' : 'The file to download is not the one that ran.', remedy: 'Build again.' }];
  }));
  return checked.flat();
}

function excerpt(text: string): string {
  const lines = text.trimEnd().split('\n').slice(0, 6);
  return lines.map((line) => `    ${visible(line.slice(0, 100))}`).join('\n');
}
