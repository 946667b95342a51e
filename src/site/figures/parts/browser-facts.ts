import type { BrowserProof, BrowserVerdict } from '../../../core/browser/browser-proof.ts';
import type { Words } from '../../../core/words/en/en.ts';
import { tagOf } from '../../../core/python-version.ts';
import type { Recording } from '../../../core/verdict/recording.ts';

/** What a page knows of a sample in the Python of browsers. */
export interface BrowserFacts extends Pick<BrowserVerdict, 'verified' | 'reason' | 'wheels'> {
  /** Version of the npm package: `314.0.7`. */
  readonly pyodide: string;
  /** Version of the Python that it is: `3.14.2`. */
  readonly python: string;
}

/** The recordings of an example, and those of them that pages show. */
interface ShownRecordings {
  readonly recorded: readonly Recording[];
  readonly verified: readonly { readonly recording: Recording }[];
}

/** Where only the recording of another version is shown, a reader's run would print something else. */
const NOT_SHOWN = 'it prints there what its page does not show';

/**
 * What this build knows of a sample in the browser; undefined if nothing asked.
 * @param verdict of the ledger
 */
export function browserFacts(
  verdict: BrowserVerdict | undefined,
  { pyodide, python }: Pick<BrowserProof, 'pyodide' | 'python'>,
  shown: ShownRecordings,
): BrowserFacts | undefined {
  if (verdict === undefined) return undefined;
  const { reason, wheels } = verdict;
  const verified = verdict.verified && browserRecording(shown, python) !== undefined;
  return verified
    ? { verified, wheels, pyodide, python }
    : { verified, reason: reason ?? NOT_SHOWN, pyodide, python };
}

/**
 * The recording that a run in the browser is judged by, as the proof was; undefined if no page shows it.
 * @param python version of the browser's Python
 */
export function browserRecording(
  { recorded, verified }: ShownRecordings,
  python: string,
): Recording | undefined {
  const tag = tagOf({ version: python, gil: true });
  const of = (asked: string | undefined): Recording | undefined =>
    recorded.find(recording => recording.tag === asked);
  const judged = of(tag) ?? of(undefined);
  return verified.some(({ recording }) => recording === judged) ? judged : undefined;
}

/** What was proved of the browser, without a full stop. Pages and Markdown editions share it. */
export function browserWords(
  { verified, reason, pyodide, python }: BrowserFacts,
  result: Words['result'],
): string {
  return verified ? result.runsInBrowser(pyodide, python) : `${result.notInBrowser}${reason}`;
}
