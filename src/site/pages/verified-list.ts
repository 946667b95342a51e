import { z } from 'zod';
import type { BrowserFacts } from '../figures/parts/browser-facts.ts';
import { countVerdicts, VERDICTS } from '../../core/verdict/verdict.ts';
import type { ExamplePage } from '../figures/example-pages.ts';
import type { BuildFacts } from '../prepare/build-facts.ts';
import { downloadUrl, VERIFIED_SCHEMA_URL } from '../routes.ts';
import { absoluteUrl, linkTo } from '../site-url.ts';

const count = z.int().min(0).max(1e6);
const link = z.string().regex(/^\//);
const versions = z.string().regex(/^\d+\.\d+\.\d+/);

const artifact = z.strictObject({
  name: z.string(),
  alt: z.string().describe('What it shows, in words.'),
  file: link.describe('The path of the file, with the bytes that were compared.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('The digest of the file.'),
});

const recording = z.strictObject({
  python: versions.describe('The versions for which this build verified it.'),
  accepted: versions.describe('The version on which it was accepted.'),
  runs: count.describe('How many runs agreed before it was accepted; of a race, how many were counted.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('The digest of the recording.'),
  artifacts: z.array(artifact).describe('The files that its runs left.'),
});

const usedPackage = z.strictObject({ name: z.string(), version: z.string() });

const inBrowser = z.strictObject({
  verified: z
    .boolean()
    .describe('Whether it printed there what is promised: then its page has a button that runs it.'),
  reason: z.string().nullable().describe('Why it does not run there; null if it does.'),
});

const variant = z.strictObject({
  name: z.string().describe('What is changed: `without the lock`.'),
  download: link.describe('The path of its file, with the bytes that ran.'),
  verdict: z.enum(VERDICTS).describe('`verified` only if it did something else than as written.'),
  python: versions.nullable().describe('The versions that ran it; null if none did.'),
  promise: z.string().describe('What of its output is promised.'),
  recordings: z.array(recording).describe('Empty if only the difference is checked.'),
  browser: inBrowser.nullable().describe('The same in the Python of browsers; null if it was not asked.'),
});

const timeline = z.strictObject({
  verdict: z.enum(VERDICTS).describe('`verified` only if each lane did again what was recorded of it.'),
  python: versions.nullable().describe('The versions that ran it; null if none did.'),
  recordings: z.array(recording),
});

const example = z.strictObject({
  id: z.string(),
  page: link.describe('The path of its page.'),
  download: link.describe('The path of its file, with the bytes that ran.'),
  verdict: z.enum(VERDICTS),
  python: versions.nullable().describe('The versions that ran it; null if none did.'),
  promise: z.string().describe('What of its output is promised.'),
  packages: z.array(usedPackage).describe('All packages that were installed for its runs.'),
  recordings: z.array(recording),
  variants: z.array(variant).describe('The example with a named change; what it prints has to differ.'),
  timeline: timeline.nullable().describe('What each lane of a watched run did when; null if none is shown.'),
  browser: inBrowser.nullable().describe('The same in the Python of browsers; null if it was not asked.'),
});

const commit = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{40,64}$/),
  date: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
});

/** What `/verified.json` holds. A site is published only if each verdict is `verified` or `skipped`. */
export const verifiedListSchema = z.strictObject({
  $schema: z.url(),
  commit: commit
    .nullable()
    .describe('The commit that the site was built from; null if its files were changed, or git knows none.'),
  interpreters: z
    .array(z.strictObject({ version: versions, gil: z.boolean() }))
    .describe('Those that ran an example.'),
  browser: z
    .strictObject({ pyodide: versions, python: versions })
    .nullable()
    .describe('The Python of browsers in which examples ran once more; null if none did.'),
  counts: z.strictObject({
    examples: count,
    verified: count,
    skipped: count,
    variants: count,
    timelines: count,
    artifacts: count,
    inBrowser: count.describe('Examples and variants that are verified in the browser.'),
  }),
  examples: z.array(example),
});

/** The verdict on each example, for programs. It holds no times, so all builds of a commit write the same. */
export function verifiedList(
  examples: readonly ExamplePage[],
  { commit, interpreters, browser }: Omit<BuildFacts, 'recorded'>,
): z.input<typeof verifiedListSchema> {
  const variants = examples.flatMap(example => example.variants);
  const inBrowser = [...examples, ...variants].filter(each => each.browser?.verified === true).length;
  const timelines = examples.filter(({ watched }) => watched !== undefined).length;
  const artifacts = artifactsOf(examples).length;
  const { verified, skipped } = countVerdicts(examples.map(({ verdict }) => verdict));
  return {
    $schema: absoluteUrl(VERIFIED_SCHEMA_URL),
    commit: commit ?? null,
    interpreters: [...interpreters],
    browser: browser ?? null,
    counts: {
      examples: examples.length,
      verified,
      skipped,
      variants: variants.length,
      timelines,
      artifacts,
      inBrowser,
    },
    examples: examples.map(({ id, href, ...page }) => ({
      id,
      page: href,
      ...verifiedFacts(page),
      packages: page.packages.map(({ name, version }) => ({ name, version })),
      variants: page.variants.map(({ name, ...facts }) => ({ name, ...verifiedFacts(facts) })),
      timeline: page.watched === undefined ? null : timelineFacts(page.watched),
    })),
  };
}

/** All files that verified runs left, those of variants too. */
export function artifactsOf(
  examples: readonly Pick<ExamplePage, 'recordings' | 'variants'>[],
): readonly ExamplePage['recordings'][number]['artifacts'][number][] {
  return examples
    .flatMap(example => [example, ...example.variants])
    .flatMap(({ recordings }) => recordings.flatMap(({ artifacts }) => artifacts));
}

function recordingsOf(recordings: ExamplePage['recordings']): z.input<typeof recording>[] {
  return recordings.map(({ artifacts, ...facts }) => ({ ...facts, artifacts: [...artifacts] }));
}

function timelineFacts({
  verdict,
  python,
  recordings,
}: NonNullable<ExamplePage['watched']>): z.input<typeof timeline> {
  return { verdict, python: python ?? null, recordings: recordingsOf(recordings) };
}

function browserEntry({ verified, reason }: BrowserFacts): z.input<typeof inBrowser> {
  return { verified, reason: reason ?? null };
}

/** What an example and a variant have both. */
function verifiedFacts({
  file,
  verdict,
  python,
  promise,
  recordings,
  browser,
}: Pick<ExamplePage, 'file' | 'verdict' | 'python' | 'promise' | 'recordings' | 'browser'>): Omit<
  z.input<typeof variant>,
  'name'
> {
  return {
    download: linkTo(downloadUrl(file)),
    verdict,
    python: python ?? null,
    promise: promise ?? 'every byte',
    recordings: recordingsOf(recordings),
    browser: browser === undefined ? null : browserEntry(browser),
  };
}
