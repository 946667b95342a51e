/** Something to look at once a year. */
export interface CheckItem {
  /** `content/advanced/locks.mdx:12`; absent if it is in no file. */
  readonly at?: string | undefined;
  readonly text: string;
}

/** Things of one kind. */
export interface CheckGroup {
  readonly heading: string;
  /** What to do with each of them. */
  readonly todo: string;
  readonly items: readonly CheckItem[];
}

/** A check-list as Markdown: each item is a box to tick, with its place. */
export function checkListText(head: readonly string[], groups: readonly CheckGroup[]): string {
  return [
    ...head,
    ...groups.flatMap(({ heading, todo, items }) => [
      '',
      `## ${heading}: ${items.length === 0 ? 'none' : items.length}`,
      ...(items.length === 0 ? [] : [todo, '', ...items.map(itemLine)]),
    ]),
  ].join('\n');
}

function itemLine({ at, text }: CheckItem): string {
  return `- [ ] ${at === undefined ? '' : `${at}: `}${text}`;
}
