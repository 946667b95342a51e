import type { Words } from '../../../../core/words/en/en.ts';
import { type ArticleMarks, articleMarks } from './article-marks.ts';
import { changesLines, linkToChanges, hasSteps, type SteppedExample } from '../proof/expected-changes.ts';
import { type AuditedTerm, auditedTerms, definitionLines, termNamed } from './audited-glossary.ts';

/** What the lists of the whole site are planned from. */
export interface ListPlan {
  readonly articles: ReadonlyMap<string, { readonly source: string }>;
  /** Slugs of the tracks, in the order of the settings. */
  readonly tracks: readonly string[];
  /** The file of the glossary; empty if there is none. */
  readonly glossary: string;
  readonly examples: ReadonlyMap<string, SteppedExample>;
  /** URL path of the site, without the slash at its end. */
  readonly base: string;
}

/** A list of the whole site. */
export type SiteList = 'new' | 'changes' | 'glossary';

/** Whether a page has the name of a list. @param page relative to the site */
export function isListPage(page: string): boolean {
  return /^(?:new|changes|glossary)\/index\.html$/.test(page);
}

/** The lists that a site has to have. */
export function plannedLists({
  articles,
  tracks,
  glossary,
  examples,
}: Omit<ListPlan, 'base'>): readonly SiteList[] {
  const hasBadges = articleMarks(articles, tracks).some(({ badges }) => badges.length > 0);
  return [
    ...(hasBadges ? (['new'] as const) : []),
    ...(hasSteps(examples) ? (['changes'] as const) : []),
    ...(auditedTerms(glossary).length > 0 ? (['glossary'] as const) : []),
  ];
}

/** The lines that the page of a list has to have. */
export function listLines(list: SiteList, plan: ListPlan, words: Words): readonly string[] {
  if (list === 'changes') return changesLines(plan.examples, plan.base, words);
  const marks = articleMarks(plan.articles, plan.tracks);
  return list === 'new' ? newLines(marks, plan, words) : glossaryLines(marks, plan, words);
}

function newLines(
  marks: readonly ArticleMarks[],
  { base, examples }: ListPlan,
  { lesson, changes }: Words,
): readonly string[] {
  const all = marks.flatMap(({ title, url, badges }) => badges.map(badge => ({ title, url, ...badge })));
  const minor = (version: string): number => Number(version.replace('3.', ''));
  const versions = [...new Set(all.map(({ version }) => version))].toSorted((a, b) => minor(b) - minor(a));
  return [
    'div.prose.list-page[data-lesson=new]: ',
    `h1: ${lesson.newTitle}`,
    `p: ${lesson.newSummary}`,
    ...linkToChanges(examples, base, changes.link),
    ...versions.flatMap(version => [
      `h2: ${lesson.python(version)}`,
      ...all
        .filter(badge => badge.version === version)
        .map(
          ({ title, url, id, headings }) =>
            `a[href=${base}${url}#${id}]: ${[title, ...headings].join(' › ')}`,
        ),
    ]),
  ];
}

function glossaryLines(
  marks: readonly ArticleMarks[],
  { glossary, base }: ListPlan,
  { lesson }: Words,
): readonly string[] {
  const terms = auditedTerms(glossary);
  const usesOf = ({ slug }: AuditedTerm): readonly string[] =>
    marks
      .filter(article => article.terms.some(name => termNamed(terms, name)?.slug === slug))
      .map(({ title, url }) => `a[href=${base}${url}#term-${slug}]: ${title}`);
  const list = (label: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : ['p.more: ', `span: ${label}`, ...items];
  return [
    'div.prose.list-page[data-lesson=glossary]: ',
    `h1: ${lesson.glossary}`,
    `p: ${lesson.glossarySummary}`,
    ...terms.flatMap(term => [
      'section.entry: ',
      `h2: ${term.name}`,
      ...definitionLines(term, base),
      ...(term.aliases.length === 0 ? [] : [`p.more: ${lesson.alsoCalled}: ${term.aliases.join(', ')}`]),
      ...list(
        lesson.see,
        term.see.map(name => `a[href=#${termNamed(terms, name)?.slug}]: ${termNamed(terms, name)?.name}`),
      ),
      ...list(lesson.usedIn, usesOf(term)),
    ]),
  ];
}
