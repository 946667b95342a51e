import type { Example } from '../example/example.ts';
import { lockProblem } from '../packages/lock-problem.ts';
import type { Problem } from '../problems/problem.ts';
import { missingGrant } from './network-grant.ts';

/** What a sample needs to run anywhere, and the project does not give it; undefined if all is well. */
export function missingRequirement(example: Example, grants: readonly string[]): Problem | undefined {
  return missingGrant(example, grants) ?? lockProblem(example);
}
