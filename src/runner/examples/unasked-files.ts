import type { DocumentForm } from '../../core/contract/tables/timeline-table.ts';
import type { Example } from '../../core/example/example.ts';
import { parseRecordingName } from '../../core/example/recording-name.ts';
import { lockFile } from '../../core/packages/lock.ts';
import type { Stream } from '../../core/printed-text.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { nearest } from '../../core/problems/suggest.ts';
import { shellQuote } from '../../core/text/shell-quote.ts';

/**
 * Recordings of variants that an example does not have, or does not record; of what it no longer is; and
 * files that its contract no longer names.
 */
export function recordingsWithoutVariant(paths: readonly string[], examples: readonly Example[]): Problem[] {
  const byFile = new Map(examples.map(example => [example.file, example]));
  return paths.flatMap(path => {
    const { file = '', slug, form, part, artifact } = parseRecordingName(path) ?? {};
    const example = byFile.get(file);
    if (example === undefined) return [];
    if (slug === undefined && artifact !== undefined) return unnamed(path, example, artifact);
    if (slug === undefined) return unasked(path, example, form, part);
    const variant = example.variants.find(each => each.variant?.slug === slug);
    if (variant?.variant?.isRecorded === true)
      return artifact === undefined ? [] : unnamed(path, variant, artifact);
    const title =
      variant === undefined
        ? `A recording without its variant: ${file} has none of the name "${slug.replaceAll('-', ' ')}".`
        : `A recording of a variant that is not recorded: ${file} says recorded = false.`;
    return [{ file: path, title, remedy: `rm ${shellQuote(path)} && npm run record -- ${example.id}` }];
  });
}

/** Locks of samples that declare no package. */
export function idleLocks(examples: readonly Example[]): Problem[] {
  return examples
    .filter(({ lock, metadata }) => lock !== undefined && metadata.dependencies.length === 0)
    .map(({ file }) => ({
      file: lockFile(file),
      title: 'An idle lock: its sample declares no package.',
      remedy: `rm ${shellQuote(lockFile(file))}`,
    }));
}

/** A recorded file that the contract of its example, or of its variant, no longer names. */
function unnamed(path: string, { id, contract }: Example, artifact: string): Problem[] {
  if (contract.artifacts[artifact] !== undefined) return [];
  const near = nearest(artifact, Object.keys(contract.artifacts));
  const title = `A recorded file that no contract names: artifacts has no "${artifact}".`;
  const record = `If it was recorded, record removes it: npm run record -- ${id}`;
  const remedy = `${record}\nIf the sample reads it, rename it.`;
  return [{ file: path, title, remedy: near === undefined ? remedy : `It has "${near}".\n${remedy}` }];
}

/** A recording of a form that its example does not ask for: it was recorded before the contract changed. */
function unasked(
  path: string,
  { id, contract, timeline }: Example,
  form: DocumentForm | undefined,
  part: Stream | undefined,
): Problem[] {
  const isAsked =
    form === 'timeline'
      ? timeline !== undefined
      : part === 'waits'
        ? contract.hangs === true
        : part !== 'out' || form === contract.form;
  if (isAsked) return [];
  const key = form ?? (part === 'waits' ? 'hangs' : undefined);
  const title =
    key === undefined
      ? 'A recorded output, and outcomes in the contract: their counts are recorded in its place.'
      : `A recording that no contract asks for: the example has no ${key}.`;
  return [{ file: path, title, remedy: `rm ${shellQuote(path)} && npm run record -- ${id}` }];
}
