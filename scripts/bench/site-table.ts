import type { SiteBuild } from './site-rounds.ts';
import { aligned } from './table.ts';

/** All that was measured of sites of one size. */
export interface SiteSize {
  readonly articles: number;
  readonly builds: readonly SiteBuild[];
  /** Absent where the reference was not built. */
  readonly bare?: SiteBuild | undefined;
}

const PHASES = ['verify', 'resolve', 'bundle', 'render', 'audit'] as const;

/** One size → aligned text: each build with what it cost, beside the cold build and the reference. */
export function sizeTable({ articles, builds, bare }: SiteSize): string {
  const cold = builds[0];
  const ratio = (build: SiteBuild, base: SiteBuild | undefined): string =>
    base === undefined
      ? '–'
      : `${times(build.measurement.wallSeconds, base.measurement.wallSeconds)} / ${times(build.measurement.cpuSeconds, base.measurement.cpuSeconds)}`;
  const rows = [...builds, ...(bare === undefined ? [] : [bare])].map(build => [
    build.name,
    seconds(build.measurement.wallSeconds),
    seconds(build.measurement.cpuSeconds),
    megabytes(build.measurement.treeBytes ?? build.measurement.peakBytes),
    build.rendered === undefined ? '' : String(build.rendered),
    megabytes(build.bytes),
    ratio(build, cold),
    ratio(build, bare),
    PHASES.map(phase => (build.phases?.[phase] === undefined ? '' : build.phases[phase].toFixed(1))).join(
      ' ',
    ),
  ]);
  return aligned([
    [
      `${articles} articles`,
      'time',
      'CPU',
      'memory',
      'pages',
      'bytes',
      '/ cold',
      '/ bare',
      `s of ${PHASES.join(', ')}`,
    ],
    ...rows,
  ]);
}

/** From size to size, what a page costs: 1.00 is linear growth. */
export function growthTable(sizes: readonly SiteSize[]): string {
  const [smallest, ...larger] = sizes;
  if (smallest === undefined || larger.length === 0) return '';
  const lines = larger.flatMap(({ articles, builds }) =>
    builds.map((build, index) => {
      const base = smallest.builds[index] as SiteBuild;
      const growth = (of: (each: SiteBuild) => number): string =>
        (of(build) / articles / (of(base) / smallest.articles)).toFixed(2);
      return [
        `${build.name}, ${smallest.articles} → ${articles}`,
        growth(({ measurement }) => measurement.wallSeconds),
        growth(({ measurement }) => measurement.cpuSeconds),
        growth(({ measurement }) => measurement.treeBytes ?? measurement.peakBytes),
        growth(({ bytes }) => bytes),
      ];
    }),
  );
  return aligned([['for each article', 'time', 'CPU', 'memory', 'bytes'], ...lines]);
}

const times = (a: number, b: number): string => (a / b).toFixed(2);
const seconds = (value: number): string => `${value.toFixed(1)} s`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
