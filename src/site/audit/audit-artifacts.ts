import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import type { AuditPlan } from './plan/audit-plan.ts';
import { bytesOfCopy, expectedCopy } from './plan/artifacts/expected-copy.ts';
import { plannedArtifacts } from './plan/site-files.ts';
import { findingProblem } from './page-problem.ts';

/** Files that a run left whose bytes are others, and copies of pictures that show something else. */
export async function wrongArtifacts(
  present: ReadonlySet<string>,
  dist: string,
  plan: AuditPlan,
): Promise<Problem[]> {
  const compare = (file: string, bytes: Uint8Array, title: string): Problem[] =>
    !present.has(file) || readFileSync(join(dist, file)).equals(bytes)
      ? []
      : [findingProblem(file, { title, text: '' })];
  const problems = plannedArtifacts(plan).map(async artifact => {
    const own = compare(artifact.file, artifact.bytes, 'This file is not the one that a verified run left.');
    const copy = expectedCopy(artifact);
    if (copy === undefined) return own;
    const title = `This is no smaller copy of ${artifact.name}, which a verified run left.`;
    return [...own, ...compare(copy.file, await bytesOfCopy(artifact, copy), title)];
  });
  return (await Promise.all(problems)).flat();
}
