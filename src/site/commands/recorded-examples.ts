import { discover } from '../../runner/examples/discover-examples.ts';
import { recordingReader } from '../../runner/examples/recording-files.ts';
import type { Verification } from '../../runner/commands/verify.ts';
import { EXAMPLES } from '../../core/project-paths.ts';
import { type CheckedExample, type CheckedExamples, unverifiedExample } from '../figures/checked-example.ts';

/**
 * What is recorded of all examples, whatever a run says of it now: enough to say what is wrong with an article. A verification of
 * all of them has read it already.
 */
export async function recordedExamples(
  root: string,
  verification?: Pick<Verification, 'ledger' | 'examples' | 'recordings'>,
): Promise<CheckedExamples> {
  if (verification !== undefined) {
    const { ledger, examples, recordings } = verification;
    return new Map(
      ledger.entries.map(({ id, file }) => [
        id,
        unverifiedExample(examples.get(id) ?? { id, file }, recordings.get(id)),
      ]),
    );
  }
  const { examples, broken } = await discover(root, EXAMPLES);
  const read = recordingReader(root);
  const recorded = examples.map((example): [string, CheckedExample] => [
    example.id,
    unverifiedExample(example, read(example)),
  ]);
  return new Map([
    ...recorded,
    ...broken.map((each): [string, CheckedExample] => [each.id, unverifiedExample(each)]),
  ]);
}
