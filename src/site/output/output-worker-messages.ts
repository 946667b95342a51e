import { EXIT, type Problem, ProblemError } from '../../core/problems/problem.ts';
import type { Known } from '../incremental/previous-site.ts';
import type { Audit } from './audit-pages.ts';
import type { PageHead } from './extract-blocks.ts';
import type { Plan } from './output-plan.ts';

/** What the thread is told when it is started. */
export interface Opening {
  readonly root: string;
  /** The site that is built. */
  readonly dist: string;
  /** Of the code of the site. */
  readonly code: string;
  /** Whether anything is taken from the last site. */
  readonly reuse: boolean;
}

/** What it is asked for: first the plan, then each page, then all that was asked for to be done, then the end. */
export type Order =
  | { readonly kind: 'begin'; readonly plan: Plan }
  | { readonly kind: 'page'; readonly address: string; readonly bytes: Uint8Array }
  | { readonly kind: 'settle' }
  | { readonly kind: 'end' };

/** What it says: at its start what still stands of the last site, then of each page its digest. */
export type Answer =
  | { readonly kind: 'last'; readonly pages: ReadonlyMap<string, Known> }
  | { readonly kind: 'page'; readonly address: string; readonly digest: string }
  | { readonly kind: 'settled'; readonly heads: ReadonlyMap<string, PageHead> }
  | { readonly kind: 'ended'; readonly audit: Audit }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** An error, as it passes from thread to thread: of an `Error` only its message and its stack would. */
export interface Failure {
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: string | undefined;
  readonly path?: string | undefined;
  readonly syscall?: string | undefined;
  readonly problems?: readonly Problem[] | undefined;
  readonly exitCode?: number | undefined;
}

export function failureOf(error: unknown): Failure {
  const { message, stack, code, path, syscall, problems, exitCode } = error as NodeJS.ErrnoException &
    Partial<ProblemError>;
  return { message, stack, code, path, syscall, problems, exitCode };
}

export function errorOf({ problems, exitCode, message, ...rest }: Failure): Error {
  return problems === undefined
    ? Object.assign(new Error(message), rest)
    : new ProblemError(problems, exitCode ?? EXIT.fellShort);
}
