import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { lockFile } from '../../core/packages/lock.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { articleBlocks } from './plan/article-blocks.ts';
import type { AuditPlan } from './plan/audit-plan.ts';
import { runningCount } from './plan/browser/expected-browser.ts';
import { isPageList } from './plan/finding/expected-pages.ts';
import { verifiedEntry } from './plan/expected-verdicts.ts';
import { artifactCount } from './plan/proof/proof-plan.ts';
import { findingProblem } from './page-problem.ts';
import { claimsVerification } from './page/page-rules.ts';
import { isAsset, plannedFiles } from './plan/site-files.ts';

/** Files that are missing or that nobody planned; assets that no page loads, or that pages load in vain. */
export function strayFiles(
  files: readonly string[],
  loaded: readonly string[],
  dist: string,
  plan: AuditPlan,
): Problem[] {
  const planned = plannedFiles(plan);
  const present = new Set(files);
  const code = files.filter(file => /^_astro\/.*\.(?:js|css)$/.test(file));
  const names = [...loaded, ...code.map(file => readFileSync(join(dist, file), 'utf8'))].join('\n');
  // Of a picture that pages load in another size or form, `a.1234_Z5.webp`, Astro may keep the original.
  const isLoaded = (name: string): boolean =>
    names.includes(name) || names.includes(`${name.replace(/\.\w+$/, '')}_`);
  const isKnown = (file: string): boolean =>
    planned.has(file) || (isAsset(file) && isLoaded(file.slice('_astro/'.length)));
  return [
    ...[...planned]
      .filter(([file, isNeeded]) => isNeeded && !present.has(file))
      .map(([file]) => findingProblem(file, { title: 'This file of the site is missing.', text: '' })),
    ...loadedAssets(loaded, plan)
      .filter(file => !present.has(file))
      .map(file => findingProblem(file, { title: 'Pages load this file, and it is missing.', text: '' })),
    ...files
      .filter(file => !isKnown(file))
      .map(file => findingProblem(file, { title: 'The plan of this site has no such file.', text: '' })),
  ];
}

/** The assets that pages load, each once. */
function loadedAssets(loaded: readonly string[], { base }: AuditPlan): readonly string[] {
  const own = loaded.filter(url => url.startsWith(`${base}/_astro/`));
  return [...new Set(own.map(url => url.slice(base.length + 1)))];
}

/** Files to download whose bytes are not those that ran. */
export function wrongDownloads(
  present: ReadonlySet<string>,
  dist: string,
  { examples }: AuditPlan,
): Problem[] {
  const all = [...examples.values()].flatMap(example => [example, ...example.variants]);
  const files = all.flatMap(({ download, source, file, lock }) => [
    [download, source] as const,
    [lockFile(file), lock] as const,
  ]);
  return files.flatMap(([download, text]) => {
    if (text === undefined || !present.has(download)) return [];
    if (readFileSync(join(dist, download)).equals(Buffer.from(text))) return [];
    return [findingProblem(download, { title: 'The file to download is not the one that ran.', text: '' })];
  });
}

/** Articles that hold a program: what it would do to a page, no plan knows. */
export function programs({ articles }: AuditPlan): Problem[] {
  return [...articles].flatMap(([file, { source }]) =>
    articleBlocks(source).programs.map(program => ({
      file,
      title: 'This article holds a program, so its page cannot be audited.',
      detail: program,
      remedy: 'Write out what it computes.',
    })),
  );
}

/** Markup of an output or a program: in a text or a feed, and in a description, which feed readers render. */
const MARKUP = /(?<!\\)<(?:pre|code|samp|script)\b|<description>[^<]*&lt;(?:pre|code|samp|script)\b/i;

/** Lists and feeds that claim what was not verified, and style sheets that write text into pages. */
export function wrongLists(files: readonly string[], dist: string, plan: AuditPlan): Problem[] {
  const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
  const problem = (file: string, title: string): Problem[] => [findingProblem(file, { title, text: '' })];
  return files.flatMap(file => {
    if (file === 'verified.json') {
      return isVerifiedList(read(file), plan) ? [] : problem(file, 'This list is not what was verified.');
    }
    if (file === 'pages.json')
      return isPageList(parsed(read(file)), plan) ? [] : problem(file, 'This list is not that of all pages.');
    if (file.endsWith('.css'))
      return writesText(read(file)) ? problem(file, 'This style sheet writes text into pages.') : [];
    if (!/^(?:[\w-]+\/rss|[\w-]+)\.(?:xml|txt)$/.test(file)) return [];
    const claims = claimsVerification(read(file)) || MARKUP.test(read(file));
    return claims ? problem(file, 'This file shows an output, or claims that a run was verified.') : [];
  });
}

function isVerifiedList(
  text: string,
  { examples, base, browser, languages: [language = ''] }: AuditPlan,
): boolean {
  const sound = [...examples.values()].filter(({ source }) => source !== undefined);
  const expected = JSON.parse(
    JSON.stringify(sound.map(example => verifiedEntry(example, base, language))),
  ) as unknown;
  const of = (kind: string): number => sound.filter(({ verdict }) => verdict === kind).length;
  const variants = sound.flatMap(example => example.variants).length;
  const timelines = sound.filter(({ timeline }) => timeline !== undefined).length;
  const counts = {
    examples: sound.length,
    verified: of('verified'),
    skipped: of('skipped'),
    variants,
    timelines,
    artifacts: artifactCount(sound),
    inBrowser: runningCount(sound),
  };
  const list = parsed(text) as Readonly<Record<'examples' | 'counts' | 'browser', unknown>> | undefined;
  return isDeepStrictEqual(
    [list?.examples, list?.counts, list?.browser],
    [expected, counts, browser ?? null],
  );
}

/** Undefined if a text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Whether generated content has a letter or a digit in it, or the class of a line that follows lines which
 * are not shown does not count them.
 */
function writesText(css: string): boolean {
  const contents = css.match(/(?<![-\w])content\s*:[^;}]*/g) ?? [];
  const texts = contents.flatMap(content => content.match(/"[^"]*"|'[^']*'|attr\(|url\(/g) ?? []);
  const ofLines = [...css.matchAll(/\.(n|i)(\d+)\s*\{([^}]*)\}/g)];
  return (
    texts.some(text => /[\p{L}\p{N}\\]/u.test(text)) ||
    ofLines.some(([, kind, count, rule]) =>
      kind === 'n' ? rule !== `counter-increment:line ${count}` : rule !== `--indent:${count}ch`,
    )
  );
}
