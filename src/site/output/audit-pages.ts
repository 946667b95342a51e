import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { showWhitespace } from '../../core/text/diff.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { sliceLines } from '../../core/text/lines.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { digest } from '../../core/verdict/recording.ts';
import { shownCode, shownText } from '../../core/example/displayed-code.ts';
import { isRunnable } from '../figures/build-fence.ts';
import { readIfThere } from '../incremental/previous-site.ts';
import { capture, shownOutput } from '../../core/text/plain-output.ts';
import { readFences } from '../markdown-edition/fenced-code.ts';
import type { AuditedPages } from './audit-cache.ts';
import { type Block, blocksOf, headOf, type PageHead } from './extract-blocks.ts';
import { stampOf } from './stamp.ts';
import type { FiledProof, FiledProofs, PlannedTwins } from './output-plan.ts';

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

/** How many blocks of each kind a page has, and what its head says. */
export interface Found {
  readonly blocks: Readonly<Record<Kind, number>>;
  /** Absent of Markdown. */
  readonly head?: PageHead | undefined;
}

/** What was found on one page, and which file that was. */
interface Reading {
  readonly stamp: string;
  readonly found: Found;
  readonly problems: readonly Problem[];
}

export interface AuditorOptions {
  /** The built site. */
  readonly dist: string;
  readonly proofs: FiledProofs;
  readonly twins: PlannedTwins;
  /** What earlier audits found right; absent: nothing. */
  readonly audited?: AuditedPages<Found> | undefined;
}

/**
 * Reads the built HTML back and compares each block with the ledger: an output with the recording that was proved,
 * code with the file that ran, a value with what was printed. A block that says nothing of where it is from is a problem.
 * Markdown is read back likewise, with a parser of Markdown; and its prose must be that of the twins, which are made of the same proofs.
 * A page can be read as soon as it is written; at the end come all that were not, or that somebody wrote again.
 */
export class Auditor {
  readonly #options: AuditorOptions;
  readonly #readings = new Map<string, Reading>();

  constructor(options: AuditorOptions) {
    this.#options = options;
  }

  /** Compares all blocks of a page with what was proved. @param page its file, relative to the site */
  read(page: string): void {
    const { dist, audited } = this.#options;
    const file = join(dist, page);
    const stamp = stampOf(file);
    const bytes = readFileSync(file);
    const sha256 = fingerprint([bytes]);
    const known = audited?.find(page, sha256);
    const { found, problems, ids } =
      known === undefined ? this.#compare(page, bytes) : { found: known, problems: [], ids: [] };
    if (known === undefined && problems.length === 0) audited?.note(page, sha256, ids, found);
    this.#readings.set(page, {
      stamp,
      found,
      problems: page.endsWith('.md') ? [...problems, ...this.#strange(page, bytes)] : problems,
    });
  }

  /** A page whose bytes are those of the last site: where the last audit found nothing wrong with them, and would find nothing now, they are not read. */
  readKept(page: string, sha256: string): void {
    const found = page.endsWith('.md') ? undefined : this.#options.audited?.find(page, sha256);
    if (found === undefined) this.read(page);
    else this.#readings.set(page, { stamp: stampOf(join(this.#options.dist, page)), found, problems: [] });
  }

  /** What the heads of all pages say that were read up to now. */
  heads(): ReadonlyMap<string, PageHead> {
    return new Map(
      [...this.#readings].flatMap(
        ([
          page,
          {
            found: { head },
          },
        ]) => (head === undefined ? [] : [[page, head]]),
      ),
    );
  }

  /** When the site is complete: reads what was not read yet, and says what was found on all of it. */
  async end(): Promise<Audit> {
    const { dist, twins, proofs } = this.#options;
    const pages = (await glob('**/*.{html,md}', { cwd: dist })).sort();
    for (const page of pages)
      if (this.#readings.get(page)?.stamp !== stampOf(join(dist, page))) this.read(page);
    const total = { output: 0, code: 0, value: 0, fence: 0 };
    const html = pages.filter(page => page.endsWith('.html'));
    for (const page of html)
      for (const kind of KINDS) total[kind] += this.#readings.get(page)?.found.blocks[kind] ?? 0;
    const there = new Set(pages);
    const missing = [...twins]
      .filter(([page]) => !there.has(page))
      .map(([, { file }]) => ({
        file,
        title: 'The twin of this article in Markdown is missing.',
        remedy: 'Build again.',
      }));
    const problems = pages.flatMap(page => this.#readings.get(page)?.problems ?? []);
    return {
      pages: html.length,
      twins: pages.length - html.length,
      outputs: total.output,
      codes: total.code,
      values: total.value,
      problems: [...problems, ...missing, ...downloads(dist, proofs)],
    };
  }

  #compare(
    page: string,
    bytes: Buffer,
  ): { readonly found: Found; readonly problems: readonly Problem[]; readonly ids: readonly string[] } {
    const source = bytes.toString('utf8');
    const blocks = { output: 0, code: 0, value: 0, fence: 0 };
    const [problems, ids] = [[] as Problem[], new Set<string>()];
    for (const { kind, block } of page.endsWith('.md') ? blocksOfTwin(source) : blocksOfPage(source)) {
      if (kind !== undefined) blocks[kind] += 1;
      if (kind !== undefined && kind !== 'fence') ids.add(block.attributes[`data-${kind}`] ?? '');
      const wrong =
        kind === undefined
          ? 'A block says nothing of the run that printed it.'
          : CHECKS[kind](block, this.#options.proofs);
      if (wrong !== undefined)
        problems.push({
          file: `dist/${page}`,
          title: wrong,
          detail: excerpt(block.text),
          remedy:
            'Nothing may be published that no run printed: build again, and if this stays, mend what renders the page.',
        });
    }
    return {
      found: { blocks, head: page.endsWith('.html') ? headOf(source) : undefined },
      problems,
      ids: [...ids],
    };
  }

  /** Markdown that is not what its article became. */
  #strange(page: string, bytes: Buffer): readonly Problem[] {
    const twin = this.#options.twins.get(page);
    const begin = bytes.length - (twin?.bytes ?? 0);
    if (
      twin !== undefined &&
      bytes[begin - 1] === LINE_FEED &&
      fingerprint([bytes.subarray(begin)]) === twin.sha256
    )
      return [];
    return [
      { file: `dist/${page}`, title: 'This Markdown is not the text of an article.', remedy: 'Build again.' },
    ];
  }
}

const LINE_FEED = 10;

function blocksOfPage(html: string): { kind?: Kind | undefined; block: Block }[] {
  return blocksOf(html).map(block => ({
    kind: KINDS.find(name => `data-${name}` in block.attributes),
    block,
  }));
}

function blocksOfTwin(markdown: string): { kind?: Kind | undefined; block: Block }[] {
  return readFences(markdown).map(({ language, facts, text, source }) => {
    const attributes = Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [`data-${name}`, value]),
    );
    const kind =
      (['output', 'code'] as const).find(name => name in facts) ??
      ('unverified' in facts || !isRunnable(language) ? 'fence' : undefined);
    return {
      kind: text === undefined && kind !== 'fence' ? undefined : kind,
      block: { text: text ?? source, attributes },
    };
  });
}

/** Each says what is wrong with a block of its kind, or nothing. */
const CHECKS = {
  output: ({ text, attributes }, proofs) => {
    const proof = proofs.get(attributes['data-output'] ?? '');
    const shown = proof?.proved.find(({ recording }) => recording.variant === attributes['data-python']);
    const unproved = notProved(proof, shown, attributes['data-output']);
    if (unproved !== undefined) return unproved;
    const recorded = attributes['data-stream'] === 'err' ? shown?.recording.err : shown?.recording.out;
    if (recorded === undefined)
      return `There is no recording of ${attributes['data-output']} for this block.`;
    return text === shownOutput(sliceLines(recorded, attributes['data-lines']))
      ? undefined
      : `An output is not what ${attributes['data-output']} printed.`;
  },
  code: ({ text, attributes }, proofs) => {
    const example = proofs.get(attributes['data-code'] ?? '')?.example;
    if (example === undefined) return `No example ${attributes['data-code']} was verified in this build.`;
    return text === shownText(shownCode(example, attributes['data-region'], 'data-block' in attributes))
      ? undefined
      : `Code is not that of ${example.file}.`;
  },
  value: ({ text, attributes }, proofs) => {
    const proof = proofs.get(attributes['data-value'] ?? '');
    const shown = proof?.proved[0];
    const unproved = notProved(proof, shown, attributes['data-value']);
    if (unproved !== undefined) return unproved;
    return text === capture(shown?.recording.out ?? '', attributes['data-match'] ?? '')
      ? undefined
      : `The value "${text}" is not what ${attributes['data-value']} printed.`;
  },
  fence: () => undefined,
} as const satisfies Record<Kind, (block: Block, proofs: FiledProofs) => string | undefined>;

/** Why a recording of an example may not be shown. */
function notProved(
  proof: FiledProof | undefined,
  shown: FiledProof['proved'][number] | undefined,
  id: string | undefined,
): string | undefined {
  if (proof === undefined) return `No example ${id} is in the ledger.`;
  if (proof.entry.verdict !== 'verified')
    return `${id} is shown with output, and its verdict is "${proof.entry.verdict}".`;
  const { recording, pythons } = shown ?? {};
  const proving = proof.entries.filter(
    ({ verdict, variant, python }) =>
      verdict === 'verified' &&
      variant === recording?.variant &&
      pythons?.some(({ version }) => version === python),
  );
  if (
    recording === undefined ||
    proving.length === 0 ||
    proving.some(entry => entry.recording !== digest(recording))
  )
    return `The recording of ${id} is not the one that was verified.`;
  return undefined;
}

/** The file that a reader downloads has the very bytes that ran. */
function downloads(dist: string, proofs: FiledProofs): Problem[] {
  return [...proofs.values()].flatMap(({ entry, example }): Problem[] => {
    if (example === undefined) return [];
    const served = readIfThere(join(dist, entry.file));
    return served?.equals(Buffer.from(example.source))
      ? []
      : [
          {
            file: `dist/${entry.file}`,
            title:
              served === undefined
                ? 'The file to download is missing.'
                : 'The file to download is not the one that ran.',
            remedy: 'Build again.',
          },
        ];
  });
}

function excerpt(text: string): string {
  const lines = text.trimEnd().split('\n').slice(0, 6);
  return lines.map(line => `    ${showWhitespace(line.slice(0, 100))}`).join('\n');
}
