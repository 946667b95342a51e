import { print } from '../../report/print.ts';
import './limit-memory.ts';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { glob } from 'tinyglobby';
import { originalOf } from '../../core/example/example.ts';
import { isStrict } from '../../core/ledger/ledger.ts';
import { ProblemError } from '../../core/problems/problem.ts';
import { siteLanguages } from '../../core/settings/site-languages.ts';
import { EXAMPLES } from '../../core/project-paths.ts';
import { announceInstall } from '../../report/progress.ts';
import { summary } from '../../report/text.ts';
import { site } from '../../site.config.ts';
import { type AuditedArticle, auditPlan } from '../audit/plan/audit-plan.ts';
import { leakedDrafts } from '../audit/life/leaked-drafts.ts';
import { findingProblem } from '../audit/page-problem.ts';
import { publishedPlan } from '../audit/life/published-plan.ts';
import { graphSources } from '../audit/audit-pictures.ts';
import { recordedBuilds } from '../audit/plan/proof/recorded-builds.ts';
import { auditSearch } from '../audit/audit-search.ts';
import { drawnPlan } from '../audit/plan/pictures/drawn-plan.ts';
import { auditSite } from '../audit/audit-site.ts';
import { prepareSite } from '../prepare/prepare-site.ts';
import { archives } from '../figures/sample/archive.ts';
import { type Verification, verify } from '../../runner/commands/verify.ts';
import { recordingHistory } from '../../runner/git/recording-history.ts';
import { readRuns, saveLedger } from '../../runner/files/result-files.ts';
import type { PreparedSite } from '../prepare/prepared-site.ts';
import { writeHeaders } from '../publish/http-headers.ts';
import { writeRedirects } from '../publish/redirects.ts';
import { publish, recoverDist, unpublishedFolder } from '../publish/publish.ts';
import { STATE_PATHS } from '../../runner/files/state-paths.ts';
import { startClean } from '../render/start-clean.ts';
import { renderSite } from '../render/render-site.ts';
import { downloadFile, HOME_URL, lockDownload, searchedUrls } from '../routes.ts';
import { writeSearchIndex } from '../search/search-index.ts';
import { absoluteUrl, siteUrl } from '../site-url.ts';
import { writeSocialCards } from '../social-cards/social-cards.ts';

interface BuildOptions {
  /** File of verified runs that are judged in place of new ones, relative to `root`; absent: none. */
  readonly runs?: string | undefined;
  /** Whether samples are tried in the Python of browsers; default: no. */
  readonly browser?: boolean | undefined;
}

/**
 * Builds the site into `dist/`: verify → prepare → render → audit → publish. `dist/` is replaced only when
 * everything has passed. @throws ProblemError
 */
export async function buildSite(root: string, { runs, browser }: BuildOptions = {}): Promise<void> {
  // Every page needs it: a wrong address is refused before anything runs.
  const { base, origin } = siteUrl();
  const strict = isStrict(process.env.CI);
  await startClean(root, STATE_PATHS.build);
  await recoverDist(root);
  const verification = await verifyExamples(root, strict, runs, browser);
  const prepared = await prepareSite(verification, {
    root,
    strict,
    advertisements: site.advertisements.enabled,
    site: absoluteUrl(HOME_URL),
    tracks: site.tracks,
    showcase: site.showcase,
    cards: site,
  });
  print(summary(verification.ledger));
  if (prepared.noDates !== undefined)
    print(`note: pages show the dates of the front matter, because ${prepared.noDates}.`);
  const dist = unpublishedFolder(root);
  try {
    await all(
      renderSite(prepared, dist),
      writeSocialCards(prepared.cards, { root, dist, siteTitle: site.title }),
      writeDownloads(verification, prepared, dist),
    );
    await writeHeaders(dist);
    await writeRedirects(dist, prepared.redirects);
    const audited = auditedArticles(prepared);
    const planned = {
      articles: audited,
      drawn: await drawnPlan(root, graphSources(audited.values())),
      publicFiles: await publicFiles(root),
      base: base.replace(/\/$/, ''),
      home: { showcase: site.showcase, commit: prepared.build.commit?.date },
      origin,
      languages: siteLanguages(site),
      language: site.language,
      recorded: recordedBuilds(verification.recordings, await recordingHistory(root, EXAMPLES)),
      tracks: Object.keys(site.tracks),
      glossary: prepared.glossaryText,
    };
    const plan = auditPlan(verification, planned);
    const audit = await auditSite(dist, publishedPlan(plan));
    const leaked = await leakedDrafts(dist, plan);
    const found = [...audit.problems, ...leaked.map(each => findingProblem(each.file, each))];
    if (found.length > 0) throw new ProblemError(found);
    const { articles, examples } = prepared;
    const [onlyLanguage] = siteLanguages(site).length === 1 ? siteLanguages(site) : [];
    const hasGlossary = prepared.glossary.length > 0;
    const contents = { articles: [...articles.keys()], examples, hasGlossary };
    await writeSearchIndex(dist, onlyLanguage, searchedUrls(contents));
    const indexProblems = await auditSearch(dist, audit.searched);
    if (indexProblems.length > 0) throw new ProblemError(indexProblems);
    await publish(root, dist);
    print(
      `Read back ${audit.pages} pages: ${audit.outputs} outputs, ${audit.codes} code blocks and ` +
        `${audit.values} values are what the ledger says, in ${audit.editions} Markdown editions too.`,
    );
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}

/**
 * Verifies all examples of the site, and saves the ledger.
 * @param strict whether every example runs anew, in a sandbox
 */
async function verifyExamples(
  root: string,
  strict: boolean,
  runs: string | undefined,
  browser: boolean | undefined,
): Promise<Verification> {
  const verification = await verify({
    root,
    examples: EXAMPLES,
    sandbox: strict ? 'required' : 'auto',
    network: site.network,
    reuse: !strict,
    given: runs === undefined ? [] : readRuns(root, runs),
    onInstall: announceInstall,
    browser,
  });
  await saveLedger(root, verification.ledger);
  return verification;
}

/** Waits until all steps have ended, so that none writes to a folder that is being removed. */
async function all(...steps: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(steps)) if (result.status === 'rejected') throw result.reason;
}

/**
 * Writes what can be downloaded: the bytes that ran of each example and variant, archives of those of several
 * files, locks, artifacts, and what runs in the browser.
 */
async function writeDownloads(
  { examples }: Verification,
  { artifacts, browserFiles, answers, examples: pages }: PreparedSite,
  dist: string,
): Promise<void> {
  const shown = new Set(pages.map(({ id }) => id));
  const published = [...examples.values()].filter(example => shown.has(originalOf(example).id));
  const sources = published.map(
    example => [downloadFile(example), example.files.get(example.entry) ?? ''] as const,
  );
  const locks = published.flatMap(example => {
    const file = lockDownload(example);
    return file === undefined ? [] : [[file, example.lock ?? ''] as const];
  });
  const written = [...sources, ...locks, ...archives(published), ...artifacts, ...browserFiles, ...answers];
  for (const [file, content] of written) {
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await writeFile(join(dist, file), content);
  }
}

/** The source and the edition of each article, also of drafts: the audit finds out which they are. */
function auditedArticles({ articles, drafts }: PreparedSite): ReadonlyMap<string, AuditedArticle> {
  return new Map([
    ...[...articles].map(([file, { original, markdown }]) => [file, audited(original, markdown)] as const),
    ...[...drafts].map(([file, source]) => [file, audited(source, '')] as const),
  ]);
}

function audited(source: string, edition: string): AuditedArticle {
  return { source, edition };
}

/** Files that Astro copies into the site as they are. */
function publicFiles(root: string): Promise<string[]> {
  return glob('**/*', { cwd: join(root, 'src/public'), dot: true });
}
