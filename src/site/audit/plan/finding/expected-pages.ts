import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { wordsOf } from '../../../../core/words/languages.ts';
import type { AuditPlan } from '../audit-plan.ts';
import { listedExamples } from '../proof/planned-groups.ts';

interface Entry {
  readonly path: string;
  readonly title?: string;
  readonly to?: string;
}

/**
 * Whether a list of pages has each article with its title and its earlier addresses, each example, the list
 * of what was verified, and nothing else but tracks, whose titles are settings.
 */
export function isPageList(list: unknown, plan: AuditPlan): boolean {
  if (!Array.isArray(list)) return false;
  const { base, articles, language } = plan;
  const tracks = new Set([...articles.keys()].map(file => `${base}/${file.split('/')[1] ?? ''}/`));
  const expected: readonly Entry[] = [
    ...[...articles].flatMap(([file, { source }]) => articleEntries(file, source, base)),
    ...listedExamples(plan).map(({ id }) => ({ path: `${base}/examples/${id}/` })),
    { path: `${base}/verified/`, title: wordsOf(language).proof.title },
  ];
  const isTrack = ({ path, to }: Entry): boolean =>
    tracks.has(path) && (to === undefined || to.startsWith(`${base}/`));
  const others = (list as readonly Entry[]).filter(entry => !isTrack(entry));
  return isDeepStrictEqual(sorted(others), sorted(expected));
}

function articleEntries(file: string, source: string, base: string): readonly Entry[] {
  const [, head = ''] = /^---\r?\n([\s\S]*?)\r?\n---\s*(?:\n|$)/.exec(source.replace(/^\ufeff/, '')) ?? [];
  const { title = '', aliases = [] } = (parse(head) ?? {}) as {
    readonly title?: string;
    readonly aliases?: readonly string[];
  };
  const path = `${base}/${file.replace(/^content\//, '').replace(/\.mdx$/, '')}/`;
  const name = String(title).trim();
  return [
    { path, title: name },
    ...aliases.map(alias => ({ path: `${base}${alias}`, title: name, to: path })),
  ];
}

function sorted(entries: readonly Entry[]): readonly string[] {
  return entries.map(entry => JSON.stringify([entry.path, entry.title, entry.to])).toSorted();
}
