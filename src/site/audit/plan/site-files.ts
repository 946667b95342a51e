import { join } from 'node:path/posix';
import { lockFile } from '../../../core/packages/lock.ts';
import { oldFiles, tagPages } from '../heads/expected-addresses.ts';
import { expectedCopy } from './artifacts/expected-copy.ts';
import type { AuditedArtifact } from './artifacts/audited-artifact.ts';
import { plannedAnswers } from './lesson/expected-answer.ts';
import { plannedArchives } from './sample/planned-archives.ts';
import { plannedLists } from './lesson/list-lines.ts';
import { plannedTasks } from './expected-task.ts';
import { plannedGroups } from './proof/planned-groups.ts';
import { hasSteps } from './proof/expected-changes.ts';
import type { AuditPlan } from './audit-plan.ts';

/** Files that every site has, whatever is in it. */
const FRAME = [
  '404.html',
  'index.html',
  'verified/index.html',
  'verified.json',
  'pages.json',
  'verified.schema.json',
  'verified.svg',
  'rss.xml',
  'llms.txt',
  'robots.txt',
  'sitemap-index.xml',
  'sitemap-0.xml',
  'og/site.png',
  '_headers',
];

/** What Vite writes: scripts, style sheets, and the pictures of articles, each with a digest in its name. */
const ASSET = /^_astro\/[\w.@-]+\.(?:js|css|svg|png|jpe?g|webp|avif|gif|woff2)$/;

export function isAsset(file: string): boolean {
  return ASSET.test(file);
}

/** The files that verified runs left: those of examples and of their variants. */
export function plannedArtifacts({ examples }: Pick<AuditPlan, 'examples'>): readonly AuditedArtifact[] {
  return [...examples.values()]
    .flatMap(example => [example, ...example.variants])
    .flatMap(({ recordings }) => recordings.flatMap(({ artifacts }) => artifacts));
}

/** The files of the browser's Python, which a site has if a page runs a sample. */
const PYODIDE = 'pyodide.mjs pyodide.asm.mjs pyodide.asm.wasm python_stdlib.zip pyodide-lock.json'.split(' ');

/** What pages fetch to run their samples, by path. */
export function plannedRuns({ examples }: Pick<AuditPlan, 'examples'>): ReadonlyMap<string, unknown> {
  const all = [...examples.values()].flatMap(example => [example, ...example.variants]);
  const running = all.filter(({ browser }) => browser?.run !== undefined);
  return new Map(running.map(({ id, browser }) => [`examples/${id}/run.json`, browser?.run]));
}

/** The files of the browser's Python that the site has to have; none if no page runs a sample. */
export function plannedPyodide(plan: Pick<AuditPlan, 'examples' | 'browser'>): readonly string[] {
  if (plan.browser === undefined || plannedRuns(plan).size === 0) return [];
  const folder = `pyodide/${plan.browser.pyodide}`;
  return PYODIDE.map(name => `${folder}/${name}`);
}

/** The packages that pages fetch for their samples, by path, with the SHA-256 of each. */
export function plannedWheels({ examples }: Pick<AuditPlan, 'examples'>): ReadonlyMap<string, string> {
  const all = [...examples.values()].flatMap(example => [example, ...example.variants]);
  return new Map(all.flatMap(({ browser }) => [...(browser?.wheels ?? [])]));
}

/** Every file that a site has to have, besides its assets. A social card may be missing. */
export function plannedFiles(plan: AuditPlan): ReadonlyMap<string, boolean> {
  const { articles, examples, publicFiles } = plan;
  const slugs = [...articles.keys()].map(file => file.replace(/^content\//, '').replace(/\.mdx$/, ''));
  const sound = [...examples.values()].filter(({ source }) => source !== undefined);
  const needed = [
    ...FRAME,
    ...plannedLists(plan).map(list => `${list}/index.html`),
    ...(hasSteps(examples) ? ['changes.md'] : []),
    ...publicFiles,
    // The page of each track, and the home page of each other language.
    ...new Set(slugs.flatMap(slug => slug.split('/').slice(0, -1)).map(folder => `${folder}/index.html`)),
    ...tagPages(plan),
    ...oldFiles(plan),
    ...slugs.flatMap(slug => [`${slug}/index.html`, `${slug}.md`, join(slug, '../rss.xml')]),
    ...sound.map(({ id }) => `examples/${id}/index.html`),
    ...sound.flatMap(example => [example, ...example.variants]).map(({ download }) => download),
    ...sound.filter(({ lock }) => lock !== undefined).map(({ file }) => lockFile(file)),
    ...plannedArchives(plan).keys(),
    ...[...plannedGroups(plan).keys()].map(group => `verified/${group}/index.html`),
    ...plannedRuns(plan).keys(),
    ...plannedTasks(plan).keys(),
    ...plannedAnswers(plan).keys(),
    ...plannedPyodide(plan),
    ...plannedWheels(plan).keys(),
    ...plannedArtifacts(plan).flatMap(artifact => [artifact.file, expectedCopy(artifact)?.file ?? []].flat()),
  ];
  const cards = slugs.map(slug => `og/${slug}.png`);
  return new Map([
    ...cards.map(file => [file, false] as const),
    ...needed.map(file => [file, file !== 'og/site.png'] as const),
  ]);
}
