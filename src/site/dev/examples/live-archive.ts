import { EXAMPLES } from '../../../core/project-paths.ts';
import { examplePlaces, readExample } from '../../../runner/examples/discover-examples.ts';
import { archiveOf } from '../../figures/sample/archive.ts';

/** The archive of an example of several files, as they are now; undefined if it is broken, or gone. */
export async function liveArchive(root: string, id: string): Promise<Uint8Array | undefined> {
  const place = (await examplePlaces(root, EXAMPLES)).get(id);
  const example = place && readExample(root, EXAMPLES, place);
  return example !== undefined && 'contract' in example ? archiveOf(example) : undefined;
}
