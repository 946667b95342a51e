import type { SourcePosition } from '../../core/problems/problem.ts';

/** Facts of a report that are not in the ledger; each may be unknown. */
export interface ReportContext {
  /** Where articles show each example, by its id, in the order of the articles. */
  readonly shownAt?: ReadonlyMap<string, readonly SourcePosition[]>;
  /** Whether a skipped example falls short, as it does in continuous integration. */
  readonly strict?: boolean;
  /** URL of the project's files at this commit: `https://github.com/owner/name/blob/0123abc/`. */
  readonly sourceUrl?: string;
}

/** The source URL, from the variables of a job on GitHub; undefined outside of one. */
export function sourceUrlOf(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  return server && repository && commit ? `${server}/${repository}/blob/${commit}/` : undefined;
}
