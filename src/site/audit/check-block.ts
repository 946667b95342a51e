import type { AuditedExample, AuditPlan } from './audit-plan.ts';
import { expectedCode, expectedOutput, expectedValue } from './expected-text.ts';
import type { Block } from './read-blocks.ts';

export const KINDS = ['output', 'code', 'value', 'fence'] as const;

/** What a block claims to be: an output, code that ran, a value of an output, or a fence that nobody ran. */
export type Kind = (typeof KINDS)[number];

type Attributes = Block['attributes'];
type Check = (text: string, attributes: Attributes, plan: AuditPlan) => string | undefined;

/** What is wrong with a block of a kind; undefined if it is what was verified. */
export const CHECKS = {
  output: (text, attributes, { examples }) => {
    const id = attributes['data-output'] ?? '';
    const example = examples.get(id);
    const shown = example?.recordings.find(({ variant }) => variant === attributes['data-python']);
    const unverified = notVerified(id, example, shown);
    if (unverified !== undefined) return unverified;
    const recorded = attributes['data-stream'] === 'err' ? shown?.err : shown?.out;
    if (recorded === undefined) return `There is no recording of ${id} for this block.`;
    return text === expectedOutput(recorded, attributes['data-lines'])
      ? undefined
      : `An output is not what ${id} printed.`;
  },
  code: (text, attributes, { examples }) => {
    const id = attributes['data-code'] ?? '';
    const { source, file } = examples.get(id) ?? {};
    if (source === undefined) return `No example ${id} was verified in this build.`;
    return text === expectedCode(source, attributes['data-region'], 'data-block' in attributes)
      ? undefined
      : `Code is not that of ${file}.`;
  },
  value: (text, attributes, { examples }) => {
    const id = attributes['data-value'] ?? '';
    const example = examples.get(id);
    const [shown] = example?.recordings ?? [];
    return (
      notVerified(id, example, shown) ??
      (text === expectedValue(shown?.out ?? '', attributes['data-match'] ?? '')
        ? undefined
        : `The value "${text}" is not what ${id} printed.`)
    );
  },
  fence: () => undefined,
} as const satisfies Record<Kind, Check>;

/** Why a recording of an example must not be shown. */
function notVerified(
  id: string,
  example: AuditedExample | undefined,
  shown: AuditedExample['recordings'][number] | undefined,
): string | undefined {
  if (example === undefined) return `No example ${id} is in the ledger.`;
  if (example.verdict !== 'verified')
    return `${id} is shown with output, and its verdict is "${example.verdict}".`;
  return shown === undefined ? `The recording of ${id} is not the one that was verified.` : undefined;
}
