import type { Problem } from './problem.ts';

/** A value, or the problems that prevent it. Failure is a value until the edge. */
export type Result<T> =
  | { readonly value: T; readonly problems?: undefined }
  | { readonly value?: undefined; readonly problems: readonly Problem[] };

export const succeed = <T>(value: T): Result<T> => ({ value });
export const fail = (...problems: readonly Problem[]): Result<never> => ({ problems });
