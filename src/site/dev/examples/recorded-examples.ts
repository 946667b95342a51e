import { EXAMPLES } from '../../../core/project-paths.ts';
import { ProblemError } from '../../../core/problems/problem.ts';
import { readExample } from '../../../runner/examples/discover-examples.ts';
import type { ExamplePlace } from '../../../runner/examples/locate-examples.ts';
import { recordingReader } from '../../../runner/examples/recording-files.ts';
import {
  type CheckedExample,
  checkedExample,
  type CheckedExamples,
  checkedWithVariants,
} from '../../figures/parts/checked-example.ts';

/** All examples with their recordings, as if nothing had run. Each is read once, until it is forgotten. */
export class RecordedExamples {
  readonly #root: string;
  readonly #known = new Map<string, CheckedExample>();

  constructor(root: string) {
    this.#root = root;
  }

  /** @param places of the examples that there are now, by id */
  of(places: ReadonlyMap<string, ExamplePlace>): CheckedExamples {
    for (const id of this.#known.keys()) if (!places.has(id)) this.#known.delete(id);
    for (const [id, place] of places) if (!this.#known.has(id)) this.#known.set(id, this.#read(place));
    return new Map(this.#known);
  }

  /** Reads an example again when it is next asked for; without an id, all. */
  forget(id?: string): void {
    if (id === undefined) this.#known.clear();
    else this.#known.delete(id);
  }

  #read(place: ExamplePlace): CheckedExample {
    const example = readExample(this.#root, EXAMPLES, place);
    if (!('contract' in example)) return checkedExample(example);
    try {
      return checkedWithVariants(example, recordingReader(this.#root));
    } catch (error) {
      // A recording that cannot be read is a problem of the example's state.
      if (error instanceof ProblemError) return checkedExample(example);
      throw error;
    }
  }
}
