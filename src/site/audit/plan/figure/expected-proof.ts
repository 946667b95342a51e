import type { Words } from '../../../../core/words/en/en.ts';
import { runButton } from '../browser/expected-browser.ts';
import { collapse } from '../text/expected-text.ts';

/** What a build found out about an example. */
interface Proved {
  readonly verdict: string;
  readonly python?: string | undefined;
  readonly ownPackages: readonly string[];
  readonly network: boolean;
  readonly change?: object | undefined;
  readonly exit: number;
  readonly promiseIn: Readonly<Record<string, string>>;
}

/** What a page shows at the head of a code. */
export function headLines(
  example: Parameters<typeof runButton>[0],
  name: string,
  base: string,
  { figure }: Words,
): string[] {
  return [
    'p.actions.at-head: ',
    `button[aria-label=${figure.wrapLines}][data-wrap-lines=]: ${figure.wrap}`,
    ...runButton(example, name, base, figure),
    `button[aria-label=${figure.copyOf(name)}][data-copy=]: ${figure.copy}`,
  ];
}

/**
 * The line about the proof: versions without their last number, packages, how it ends, what is promised.
 * @param page where the page of the example is; undefined on that page
 */
export function proofLines(
  example: Proved,
  {
    name,
    page,
    hasPromise,
  }: { readonly name: string; readonly page?: string | undefined; readonly hasPromise: boolean },
  { figure, tag }: Words,
): string[] {
  const { verdict, python = '', ownPackages, network, change, exit, promiseIn } = example;
  const promise = promiseIn[tag];
  const minors = new Set(python.split(', ').map(version => version.replace(/^(\d+)\.(\d+)\S*/, '$1.$2')));
  const proof = [
    figure.verified([...minors].join(', ')),
    ...ownPackages,
    ...(network ? [figure.withNetwork] : []),
  ].join(', ');
  const isVerified = verdict === 'verified';
  const link = `a.checked[aria-label=${proof}: ${name}][href=${page}]: ${proof}`;
  return [
    ...(isVerified ? [page === undefined ? `span.checked: ${proof}` : link] : []),
    ...(isVerified && change !== undefined ? [`span: ${figure.differs}`] : []),
    ...(exit === 0 ? [] : [`span: ${figure.exit(exit)}`]),
    ...(promise === undefined || !hasPromise ? [] : [`span: ${collapse(promise)}`]),
  ];
}
