import { buildNamed, sortTags, tagOf } from '../../../core/python-version.ts';
import type { ExamplePage } from '../../figures/example-pages.ts';
import { verifiedGroupUrl } from '../../routes.ts';
import { linkTo } from '../../site-url.ts';

/** Examples that have something in common, on a page of their own below `/verified/`. */
export interface ExampleGroup<Example = ExamplePage> {
  readonly kind: 'topic' | 'version' | 'promise' | 'not-run';
  /** `locks`, `3.13t`, `promise-order`, `not-run`. Only that of a topic is the name of a Python module. */
  readonly slug: string;
  /** What they have in common: a topic, a tag of a version, a key of the contract. */
  readonly name: string;
  readonly href: string;
  /** In the order of their ids; never empty. */
  readonly examples: readonly Example[];
}

type Grouped = Pick<ExamplePage, 'id' | 'verdict' | 'python' | 'promises'>;

/** The folder of an example: `locks/account` → `locks` */
export function topicOf({ id }: Pick<ExamplePage, 'id'>): string {
  return id.split('/')[0] ?? id;
}

/** All groups of a site: topics by name, versions from the newest, promises by how many make them. */
export function exampleGroups<Example extends Grouped>(
  examples: readonly Example[],
): readonly ExampleGroup<Example>[] {
  const verified = examples.filter(({ verdict }) => verdict === 'verified');
  const topics = Map.groupBy(examples, topicOf);
  const tags = sortTags([...new Set(verified.flatMap(tagsOf))]);
  const promises = [...new Set(examples.flatMap(promisesOf))]
    .map(name => [name, examples.filter(each => promisesOf(each).includes(name))] as const)
    .toSorted(([a, many], [b, more]) => more.length - many.length || (a < b ? -1 : 1));
  const notRun = examples.filter(({ verdict }) => verdict !== 'verified');
  return [
    ...[...topics].map(([name, all]) => group('topic', name, name, all)),
    ...tags.map(name =>
      group(
        'version',
        name,
        name,
        verified.filter(each => tagsOf(each).includes(name)),
      ),
    ),
    ...promises.map(([name, all]) => group('promise', `promise-${name}`, name, all)),
    ...(notRun.length === 0 ? [] : [group('not-run', 'not-run', '', notRun)]),
  ];
}

function group<Example>(
  kind: ExampleGroup['kind'],
  slug: string,
  name: string,
  examples: readonly Example[],
): ExampleGroup<Example> {
  return { kind, slug, name, href: linkTo(verifiedGroupUrl(slug)), examples };
}

function promisesOf({ promises }: Grouped): readonly string[] {
  return promises.length === 0 ? ['bytes'] : promises;
}

/** Tags of the versions that ran an example. */
export function tagsOf({ python = '' }: Pick<Grouped, 'python'>): readonly string[] {
  return python === '' ? [] : python.split(', ').map(name => tagOf(buildNamed(name)));
}
