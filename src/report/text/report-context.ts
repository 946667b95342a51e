import type { SourcePosition } from '../../core/problems/problem.ts';

/** What reports tell beside the ledger; each of it may be unknown. */
export interface ReportContext {
  /** Where articles show each example, by its id; in the order of the articles. */
  readonly shownAt?: ReadonlyMap<string, readonly SourcePosition[]> | undefined;
  /** Whether what is skipped falls short: in continuous integration. */
  readonly strict?: boolean | undefined;
  /** Address below which the project's files of this commit can be read: `https://github.com/owner/name/blob/0123abc/`. */
  readonly files?: string | undefined;
}

/** The address of this commit's files, from the variables that a job on GitHub has; undefined elsewhere. */
export function filesAddress({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY: repository,
  GITHUB_SHA: commit,
}: Readonly<Record<string, string | undefined>>): string | undefined {
  return server && repository && commit ? `${server}/${repository}/blob/${commit}/` : undefined;
}
