import type { Problem } from '../../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../../core/problems/result.ts';
import { lowestMinor } from '../../../core/python-version.ts';
import type { Example } from '../../../core/example/example.ts';

const OLDEST = lowestMinor(undefined);

/** A badge: the version of Python that brought something. */
export interface SinceFigure {
  readonly kind: 'since';
  /** `3.15` */
  readonly version: string;
  /** Its anchor, unique on its page: `new-in-3-15`. */
  readonly id: string;
}

/**
 * `<Since>` → its badge. If it names a sample, that has to need the version of the badge.
 * @param anchors in use on the page; its own is added
 */
export function buildSince(
  version: string,
  sample: Pick<Example, 'file' | 'metadata'> | undefined,
  anchors: Set<string>,
  at: Pick<Problem, 'file' | 'line' | 'column'>,
): Result<SinceFigure> {
  const needed = sample && lowestMinor(sample.metadata.requiresPython);
  // No sample runs on less than the oldest version that there is here.
  const asked = Number(version.split('.')[1]) < Number(OLDEST.split('.')[1]) ? OLDEST : version;
  if (sample !== undefined && needed !== asked) {
    const own = sample.metadata.requiresPython;
    const needs = own === undefined ? 'names no version' : `needs Python ${own}`;
    return fail({
      ...at,
      title: `The badge is of Python ${version}, and ${sample.file} ${needs}.`,
      remedy:
        `In the badge: version="${needed}". Or in the block of the sample:\n` +
        `# requires-python = ">=${version}"`,
    });
  }
  const base = `new-in-${version.replace('.', '-')}`;
  let id = base;
  for (let number = 2; anchors.has(id); number += 1) id = `${base}-${number}`;
  anchors.add(id);
  return succeed({ kind: 'since', version, id });
}
