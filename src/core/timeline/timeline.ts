import { z } from 'zod';

/** Seconds from the start of the picture, to the millisecond. */
const seconds = z.number().min(0).max(10_000);
/** A name or a text of a sample. Where it is shown, it is escaped. */
const text = z.string().max(2_000);
/** A line of the file that runs, from 1; absent if no line of it was involved. */
const line = z.int().positive().optional();

/** A lane does not go on before something happens. */
const waitSchema = z.strictObject({
  kind: z.literal('wait'),
  from: seconds,
  /** The end of the lane, if it waits forever. */
  to: seconds,
  /** What it calls, in the words of Python: `time.sleep`, `Lock.acquire`, `Thread.join`, `Queue.get`. */
  call: text,
  line,
  /** The name of the lock, the thread or the task that it waits for, if the sample gives it one. */
  on: text.optional(),
  /** The lane that holds that lock meanwhile, if the run shows it: an index of `lanes`. */
  heldBy: z.int().nonnegative().optional(),
  /** Whether it never ends: the run was stopped there. */
  endless: z.literal(true).optional(),
});

/** One line of output, or the part of one that a lane wrote. */
const outputSchema = z.strictObject({
  kind: z.literal('output'),
  at: seconds,
  /** Which line of the run it is, from 1: several may be printed in one millisecond. */
  number: z.int().positive(),
  line,
  stream: z.enum(['out', 'err']),
  /** Without its line feed. */
  text,
});

const laneSchema = z.strictObject({
  kind: z.enum(['thread', 'task', 'process']),
  /** As Python names it: `MainThread`, `Thread-1 (work)`, `Task-2 (fetch)`, `ForkServerProcess-1`. */
  name: text,
  from: seconds,
  to: seconds,
  /** In the order of time. Waits of a lane do not overlap; where it has none, it runs, or could. */
  items: z.array(z.discriminatedUnion('kind', [waitSchema, outputSchema])).max(500),
  /** When it had the interpreter, if the example asks for turns: pairs of seconds. */
  turns: z
    .array(z.tuple([seconds, seconds]))
    .max(500)
    .optional(),
});

/** What one lane did ended the wait of another: it released a lock, or put an item into a queue. */
const handoverSchema = z.strictObject({
  /** Indexes of `lanes`, and when each of them did its part. */
  from: z.int().nonnegative(),
  at: seconds,
  to: z.int().nonnegative(),
  until: seconds,
});

export const timelineSchema = z.strictObject({
  seconds,
  lanes: z.array(laneSchema).min(1).max(40),
  handovers: z.array(handoverSchema).max(500),
});

/** What each thread, task or process of one run did when. Lanes are in the order in which they begin. */
export type Timeline = Readonly<z.output<typeof timelineSchema>>;
export type Lane = Timeline['lanes'][number];
export type LaneItem = Lane['items'][number];
export type Wait = Extract<LaneItem, { kind: 'wait' }>;
export type LaneOutput = Extract<LaneItem, { kind: 'output' }>;
export type Handover = Timeline['handovers'][number];
