import { discover } from '../../runner/examples/discover-examples.ts';
import { readRecordings } from '../../runner/examples/recording-files.ts';
import type { Verification } from '../../runner/commands/verify.ts';
import { EXAMPLES } from '../../core/project-paths.ts';
import { type Proof, type Proofs, unrun } from '../figures/example-proofs.ts';

/**
 * What is recorded of all examples, whatever a run says of it now: enough to say what is wrong with an article. A verification of
 * all of them has read it already.
 */
export async function recordedProofs(
  root: string,
  verification?: Pick<Verification, 'ledger' | 'examples' | 'recordings'>,
): Promise<Proofs> {
  if (verification !== undefined) {
    const { ledger, examples, recordings } = verification;
    return new Map(
      ledger.entries.map(({ id, file }) => [id, unrun(examples.get(id) ?? { id, file }, recordings.get(id))]),
    );
  }
  const { examples, broken } = await discover(root, EXAMPLES);
  const read = await Promise.all(
    examples.map(async (example): Promise<[string, Proof]> => [
      example.id,
      unrun(example, await readRecordings(root, example)),
    ]),
  );
  return new Map([...read, ...broken.map((each): [string, Proof] => [each.id, unrun(each)])]);
}
