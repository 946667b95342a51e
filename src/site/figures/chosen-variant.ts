import { slugOf } from '../../core/contract/variant-schema.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import type { CheckedExample, SoundExample } from './checked-example.ts';

type Position = Pick<Problem, 'file' | 'line' | 'column'>;

/** The variant of an example that a tag names, if its output is recorded. */
export function chosenVariant(
  { example: original, variants }: SoundExample,
  asked: string,
  at: Position,
): Result<SoundExample> {
  const isSound = (checked: CheckedExample): checked is SoundExample => checked.example !== undefined;
  const sound = variants.filter(isSound);
  const found = sound.find(({ example }) => example.variant?.slug === slugOf(asked));
  if (found === undefined) {
    const title = `${original.file} has no variant "${asked}".`;
    const names = original.variants.flatMap(({ variant }) => variant?.name ?? []);
    const table = `# [[tool.verbatim.variant]]\n# name = "${asked}"`;
    const none = `It has no variants. In its block, one is:\n${table}`;
    return fail({ ...at, title, remedy: names.length === 0 ? none : suggestion(asked, names) });
  }
  const { id, variant } = found.example;
  if (variant?.isRecorded !== false) return succeed(found);
  const title = `The variant "${variant.name}" is not recorded, so no output of it can be shown.`;
  const remedy = `Remove recorded = false from its table, then: npm run record -- ${id}`;
  return fail({ ...at, title, remedy });
}
