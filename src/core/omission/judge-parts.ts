import type { Example } from '../example/example.ts';
import { answeredLines } from './answered-lines.ts';
import type { Part } from './part.ts';

/** What is known of a part: taken out, it changes something; a variant shows that; or nothing changes. */
export interface JudgedPart {
  readonly part: Part;
  readonly verdict: 'matters' | 'variant' | 'idle';
  /** What changes, as a sentence; or the name of the variant. */
  readonly reason?: string | undefined;
}

/** Runs an example without some parts → what changes, as a sentence; undefined if nothing does. */
export type Try = (parts: readonly Part[]) => Promise<string | undefined>;

/**
 * Judges parts that are highlighted together. A part that a variant changes is answered by the check of that
 * variant. Parts that change nothing alone may matter together: if they do, each of them does.
 */
export async function judgeParts(
  { variants }: Example,
  parts: readonly Part[],
  attempt: Try,
): Promise<readonly JudgedPart[]> {
  const answers = variants.map(each => ({ name: each.variant?.name, changed: answeredLines(each) }));
  const judged = await Promise.all(
    parts.map(async (part): Promise<JudgedPart> => {
      const answer = answers.find(({ changed }) => part.lines.some(line => changed.has(line)));
      if (answer !== undefined) return { part, verdict: 'variant', reason: answer.name };
      const reason = part.edits.length === 0 ? undefined : await attempt([part]);
      if (reason === undefined) return { part, verdict: 'idle' };
      const flag = await idleFlag(part, attempt);
      return flag === undefined ? { part, verdict: 'matters', reason } : { part: flag, verdict: 'idle' };
    }),
  );
  const idle = judged.flatMap(({ part, verdict }) => (verdict === 'idle' ? [part] : []));
  const reason = idle.length < 2 ? undefined : await attempt(idle);
  if (reason === undefined) return judged;
  return judged.map(each => (each.verdict === 'idle' ? { ...each, verdict: 'matters', reason } : each));
}

/** Arguments of one part that are tried: a stranger's line may have hundreds, and each is a run. */
const MAX_FLAGS = 10;

/** An argument such as `daemon=True` of a part that matters, if the argument itself changes nothing. */
async function idleFlag(part: Part, attempt: Try): Promise<Part | undefined> {
  for (const { text, edits } of part.flags.slice(0, MAX_FLAGS)) {
    const alone: Part = { ...part, text, change: 'flag', edits, flags: [] };
    if ((await attempt([alone])) === undefined) return alone;
  }
  return undefined;
}
