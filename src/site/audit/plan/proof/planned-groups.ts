import { buildNamed, newestFirst, tagOf } from '../../../../core/python-version.ts';
import type { ListedExample, ProofPlan } from './proof-plan.ts';

/** The examples of one page below `/verified/`, by the last part of its address. */
export type PlannedGroups = ReadonlyMap<string, readonly ListedExample[]>;

/** The examples that pages list: those whose own block is right. */
export function listedExamples({ examples }: Pick<ProofPlan, 'examples'>): readonly ListedExample[] {
  return [...examples.values()].filter(({ source }) => source !== undefined);
}

/** The folder of an example. */
export function plannedTopic({ id }: Pick<ListedExample, 'id'>): string {
  return id.replace(/\/.*$/, '');
}

/** Every group with its examples: topics, then versions, promises, and what was not verified. */
export function plannedGroups(plan: Pick<ProofPlan, 'examples'>): PlannedGroups {
  const groups = new Map<string, ListedExample[]>();
  const add = (name: string, example: ListedExample): void => {
    groups.set(name, [...(groups.get(name) ?? []), example]);
  };
  const listed = listedExamples(plan);
  for (const example of listed) add(plannedTopic(example), example);
  for (const tag of plannedTags(listed))
    for (const example of listed) if (verifyingTags(example).includes(tag)) add(tag, example);
  for (const example of listed)
    for (const key of example.promises.length === 0 ? ['bytes'] : example.promises)
      add(`promise-${key}`, example);
  for (const example of listed) if (example.verdict !== 'verified') add('not-run', example);
  return groups;
}

/** Tags of all versions that verified an example, the newest first. */
function plannedTags(examples: readonly ListedExample[]): readonly string[] {
  return [...new Set(newestFirst(examples.flatMap(verifyingBuilds)).map(tagOf))];
}

function verifyingTags(example: ListedExample): readonly string[] {
  return verifyingBuilds(example).map(tagOf);
}

/** The builds that verified an example; none if its verdict is another one. */
export function verifyingBuilds({
  verdict,
  python,
}: Pick<ListedExample, 'verdict' | 'python'>): readonly ReturnType<typeof buildNamed>[] {
  return verdict !== 'verified' || python === undefined ? [] : python.split(', ').map(buildNamed);
}
