import type { Words } from '../../../../core/words/en/en.ts';
import { collapse } from '../text/expected-text.ts';
import type { AskedSample, ProvedPython } from './audited-browser.ts';

/** A sample with its variants. */
type AskedExample = AskedSample & { readonly variants: readonly AskedSample[] };

/** What a page says of a sample in the browser, without a full stop; undefined if nothing asked. */
export function browserText(
  { browser }: AskedSample,
  proved: ProvedPython | undefined,
  result: Words['result'],
): string | undefined {
  if (browser === undefined || proved === undefined) return undefined;
  if (browser.run === undefined) return collapse(`${result.notInBrowser}${browser.reason}`);
  return result.runsInBrowser(proved.pyodide, proved.python);
}

/** The button of a figure that runs its sample; none unless it is verified in the browser. */
export function runButton(
  { id, browser }: AskedSample,
  name: string,
  base: string,
  { run, runOf }: Words['figure'],
): string[] {
  if (browser?.run === undefined) return [];
  return [`button[aria-label=${runOf(name)}][data-run=${base}/examples/${id}/run.json]: ${run}`];
}

/** What `/verified.json` holds of a sample in the browser. */
export function browserEntry({ browser }: AskedSample): object | null {
  if (browser === undefined) return null;
  return { verified: browser.run !== undefined, reason: browser.reason ?? null };
}

/** How many samples run in the browser. */
export function runningCount(examples: readonly AskedExample[]): number {
  return samplesOf(examples).filter(({ browser }) => browser?.run !== undefined).length;
}

/** The heading, the sentence and the table of `/verified/`. */
export function browserCountLines(
  examples: readonly AskedExample[],
  proved: ProvedPython | undefined,
  words: Words['proof'],
): string[] {
  const asked = samplesOf(examples).filter(({ browser }) => browser !== undefined);
  if (proved === undefined || asked.length === 0) return [];
  const running = runningCount(examples);
  const counts: Record<string, number> = {};
  for (const { browser } of asked)
    if (browser?.reason !== undefined) counts[browser.reason] = (counts[browser.reason] ?? 0) + 1;
  const rows = Object.entries(counts).sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return [
    `h2: ${words.browser}`,
    `p: ${words.browserIntro(proved.pyodide, proved.python, running, asked.length)}`,
    `div.table[aria-label=${words.browser}]: `,
    ...[`th: ${words.browser}`, `th: ${words.samples}`, `td: ${words.itRuns}`, `td: ${running}`],
    ...rows.flatMap(([reason, count]) => [`td: ${collapse(words.itDoesNotRun(reason))}`, `td: ${count}`]),
  ];
}

function samplesOf(examples: readonly AskedExample[]): readonly AskedSample[] {
  return examples.flatMap((example): AskedSample[] => [example, ...example.variants]);
}
