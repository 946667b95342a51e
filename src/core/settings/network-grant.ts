import { isMatch } from 'matcher';
import type { Problem } from '../problems/problem.ts';
import { type Example, originalOf } from '../example/example.ts';
import { positionOfKey } from '../example/metadata.ts';

/** The file in which the project grants rights to its samples. */
const SETTINGS = 'src/site.config.ts';

/** A sample that asks for the network, and the project does not grant it; undefined if all is well. */
export function missingGrant(example: Example, grants: readonly string[]): Problem | undefined {
  const { file, contract } = example;
  const id = originalOf(example).id;
  if (!contract.network || grants.some(grant => covers(grant, id))) return undefined;
  const all = [...grants, id].map(grant => `'${grant}'`).join(', ');
  return {
    file,
    ...positionOfKey('network', example),
    title: 'The sample asks for the network, which the project does not grant it.',
    remedy: `Remove network = true, or grant it in ${SETTINGS}: network: [${all}],`,
  };
}

/** Grants of the network that no sample uses: the next sample of that name would have it unseen. */
export function unusedGrants(examples: readonly Example[], grants: readonly string[]): readonly Problem[] {
  return grants
    .filter(grant => !examples.some(({ id, contract }) => contract.network && covers(grant, id)))
    .map(grant => ({
      file: SETTINGS,
      title: `network grants "${grant}", and no sample of that name has network = true.`,
      remedy: `Remove '${grant}' from network.`,
    }));
}

/** Whether a grant, an id or a glob, is for an example. */
function covers(grant: string, id: string): boolean {
  return isMatch(id, grant, { caseSensitive: true });
}
