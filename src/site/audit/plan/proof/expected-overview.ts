import { newestFirst, pythonName, tagOf, buildNamed } from '../../../../core/python-version.ts';
import { wordsOf } from '../../../../core/words/languages.ts';
import { linkToChanges } from './expected-changes.ts';
import { browserCountLines } from '../browser/expected-browser.ts';
import { listedExamples, plannedGroups, plannedTopic, verifyingBuilds } from './planned-groups.ts';
import { artifactCount, type ListedExample, type ProofPlan } from './proof-plan.ts';

type Row = readonly [first: string, ...others: readonly (string | number)[]];

/** The lines of the page that counts what was verified. */
export function expectedOverview(plan: ProofPlan): string[] {
  const { base, language, browser } = plan;
  const { proof } = wordsOf(language);
  const listed = listedExamples(plan);
  const groups = [...plannedGroups(plan)];
  const link = (slug: string): string => `${base}/verified/${slug}/`;
  const verified = listed.filter(({ verdict }) => verdict === 'verified').length;
  const topics = groups.filter(([slug, [first]]) => first !== undefined && plannedTopic(first) === slug);
  const promises = groups
    .flatMap(([slug, all]) => (slug.startsWith('promise-') ? [[slug.slice(8), all.length] as const] : []))
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const notRun = groups.find(([slug]) => slug === 'not-run')?.[1] ?? [];
  const variants = proof.kinds.variants[0] ?? '';
  const timelines = proof.kinds.timelines[0] ?? '';
  return [
    'div.prose.verified-page: ',
    `h1: ${proof.title}`,
    `p: ${proof.ran(listed.length)} ${proof.printed(verified, listed.length)} ${proof.sameList} .`,
    `a[href=${base}/verified.json]: ${proof.asJson}`,
    `div.finder[data-pages=${base}/pages.json]: `,
    ...table(
      proof.proved,
      [proof.proved, proof.count, proof.meaning],
      countRows(listed).map(([kind, proved, all]) => [
        proof.kinds[kind][0] ?? '',
        proof.countOf(proved, all),
        proof.kinds[kind][1] ?? '',
      ]),
    ),
    `h2: ${proof.byTopic}`,
    ...table(
      proof.byTopic,
      [proof.topic, proof.examples, variants, timelines],
      topics.map(([slug, all]) => [
        `a[href=${link(slug)}]: ${slug}`,
        all.length,
        all.reduce((sum, example) => sum + example.variants.length, 0),
        all.filter(({ timeline }) => timeline !== undefined).length,
      ]),
    ),
    `h2: ${proof.byPromise}`,
    ...table(
      proof.byPromise,
      [proof.promise, proof.examples],
      [
        ...promises.map(([key, count]): Row => [
          `a[href=${link(`promise-${key}`)}]: ${proof.promises[key] ?? key}`,
          count,
        ]),
        ...(notRun.length === 0
          ? []
          : [[`a[href=${link('not-run')}]: ${proof.notRun}`, notRun.length] satisfies Row]),
      ],
    ),
    `p: ${proof.promiseNote}`,
    ...versionLines(plan, listed, link),
    ...linkToChanges(plan.examples, base, wordsOf(language).changes.link),
    ...browserCountLines(listed, browser, proof),
  ];
}

function countRows(
  listed: readonly ListedExample[],
): (readonly [kind: 'examples' | 'variants' | 'timelines' | 'artifacts', proved: number, all: number])[] {
  const rowOf = <Kind extends string>(kind: Kind, all: readonly Pick<ListedExample, 'verdict'>[]) =>
    [kind, all.filter(({ verdict }) => verdict === 'verified').length, all.length] as const;
  const files = artifactCount(listed);
  const others = [
    rowOf(
      'variants',
      listed.flatMap(({ variants }) => variants),
    ),
    rowOf(
      'timelines',
      listed.flatMap(({ timeline }) => timeline ?? []),
    ),
    ['artifacts', files, files] as const,
  ];
  return [rowOf('examples', listed), ...others.filter(([, , all]) => all > 0)];
}

function versionLines(
  { language, recorded }: ProofPlan,
  listed: readonly ListedExample[],
  link: (slug: string) => string,
): string[] {
  const { proof } = wordsOf(language);
  const verified = listed.flatMap(verifyingBuilds).map(pythonName);
  const names = new Set([...verified, ...recorded.map(({ name }) => name)]);
  const hasDays = recorded.some(({ days }) => days !== undefined);
  const rows = newestFirst([...names].map(buildNamed)).map((build): Row => {
    const name = pythonName(build);
    const count = verified.filter(each => each === name).length;
    const known = recorded.find(each => each.name === name);
    return [
      count === 0 ? `td: ${name}` : `a[href=${link(tagOf(build))}]: ${name}`,
      count,
      known?.outputs ?? 0,
      known?.runs ?? 0,
      ...(hasDays ? (known?.days ?? ['–', '–']) : []),
    ];
  });
  const heads = [proof.version, proof.verifiedBy, proof.recordedOn, proof.runs];
  return [
    `h2: ${proof.byVersion}`,
    ...table(proof.byVersion, hasDays ? [...heads, proof.first, proof.last] : heads, rows),
    `p: ${proof.versionNote}`,
    ...(hasDays ? [`p: ${proof.historyNote}`] : []),
  ];
}

/** The lines of a table. The first cell of a row may be a line already: a link. */
function table(label: string, heads: readonly string[], rows: readonly Row[]): string[] {
  const isLine = (cell: string): boolean => /^(?:a\[|td: )/.test(cell);
  return [
    `div.table[aria-label=${label}]: `,
    ...heads.map(head => `th: ${head}`),
    ...rows.flatMap(([first, ...others]) => [
      isLine(first) ? first : `td: ${first}`,
      ...others.map(cell => `td: ${cell}`),
    ]),
  ];
}
