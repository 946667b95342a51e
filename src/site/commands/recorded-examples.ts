import { EXAMPLES } from '../../core/project-paths.ts';
import { discover } from '../../runner/examples/discover-examples.ts';
import { recordingReader } from '../../runner/examples/recording-files.ts';
import { type CheckedExamples, unverifiedExample } from '../figures/checked-example.ts';

/** All examples with their recordings, as if nothing had run: enough to check articles. */
export async function recordedExamples(root: string): Promise<CheckedExamples> {
  const { examples, broken } = await discover(root, EXAMPLES);
  const read = recordingReader(root);
  return new Map([
    ...examples.map(example => [example.id, unverifiedExample(example, read(example))] as const),
    ...broken.map(example => [example.id, unverifiedExample(example)] as const),
  ]);
}
