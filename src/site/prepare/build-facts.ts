import type { BrowserProof } from '../../core/browser/browser-proof.ts';
import type { Interpreter } from '../../core/python-version.ts';
import type { HomeFigures } from '../front/showcase.ts';
import { CONTENT, EXAMPLES } from '../../core/project-paths.ts';
import type { Verification } from '../../runner/commands/verify.ts';
import { recordingHistory } from '../../runner/git/recording-history.ts';
import { type RecordedOn, recordedOn } from './recorded-on.ts';
import { type SourceCommit, sourceCommit } from '../../runner/git/source-commit.ts';

/** What a build publishes about itself. */
export interface BuildFacts {
  /** The interpreters that ran the examples. */
  readonly interpreters: readonly Pick<Interpreter, 'version' | 'gil'>[];
  /** The browser's Python that ran them too; absent if none did. */
  readonly browser?: Pick<BrowserProof, 'pyodide' | 'python'> | undefined;
  /** Absent if the sources are not those of a commit. */
  readonly commit?: SourceCommit | undefined;
  /** On which builds of CPython outputs were accepted. */
  readonly recorded: readonly RecordedOn[];
  /** The figures of the home page; absent if the settings name no example for it. */
  readonly home?: HomeFigures | undefined;
}

/** Everything that a site is made of. */
const SOURCES = [
  CONTENT,
  EXAMPLES,
  'src',
  'scripts',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
];

/** Nothing of it differs between machines that have the same versions of Python. */
export async function buildFacts(
  root: string,
  { ledger: { interpreters, entries, browser }, recordings }: Pick<Verification, 'ledger' | 'recordings'>,
): Promise<BuildFacts> {
  const used = interpreters.filter(({ version, gil }) =>
    entries.some(entry => entry.python === version && entry.gil === gil),
  );
  return {
    interpreters: used.map(({ version, gil }) => ({ version, gil })),
    browser: browser && { pyodide: browser.pyodide, python: browser.python },
    commit: await sourceCommit(root, SOURCES),
    recorded: recordedOn(recordings.values(), await recordingHistory(root, EXAMPLES)),
  };
}
