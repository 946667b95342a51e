import type { RecordedBuild } from './recorded-builds.ts';

/** What is around the articles and examples of a site. */
export interface AuditedFrame {
  /** Files that are copied into the site as they are, by path relative to the site. */
  readonly publicFiles: readonly string[];
  /** URL path of the site, without the slash at its end: `/project`; empty at the root of a host. */
  readonly base: string;
  /** The host of the site: `https://name.github.io`. */
  readonly origin: string;
  /** The language of its own words. */
  readonly language: string;
  /** The languages of its pages; the first is that of pages in no other. */
  readonly languages: readonly string[];
  /** Slugs of the tracks, in the order of the settings. */
  readonly tracks: readonly string[];
  /** The file of the glossary; empty if there is none. */
  readonly glossary: string;
  /** What is recorded of each build of CPython, the newest first. */
  readonly recorded: readonly RecordedBuild[];
}
