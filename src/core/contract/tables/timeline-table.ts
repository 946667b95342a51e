import { z } from 'zod';

/** What a recording is if it is not what a run printed: a picture of it, or counts of many runs. */
export type DocumentForm = 'timeline' | 'outcomes';

/** The key `timeline` of a contract. */
export const timelineTable = z.union([
  z.literal(true),
  z.strictObject({
    resolution: z.number().min(0.005).max(10).optional().describe('Seconds: shorter waits are not drawn.'),
    turns: z.boolean().optional().describe('Whether it shows which thread has the interpreter.'),
  }),
]);

/** A contract that may ask for a timeline. */
interface WithTimeline {
  readonly timeline?: z.output<typeof timelineTable> | undefined;
}

/** The shortest wait that is drawn, in seconds. */
export function resolutionOf({ timeline }: WithTimeline): number {
  return (typeof timeline === 'object' ? timeline.resolution : undefined) ?? 0.05;
}

/** Whether a timeline shows which thread has the interpreter. */
export function showsTurns({ timeline }: WithTimeline): boolean {
  return typeof timeline === 'object' && timeline.turns === true;
}
