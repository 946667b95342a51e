import { z } from 'zod';

const name = z.string();
const time = z.int();
const optionalName = name.nullable();
const line = z.int().positive().nullable();

/** What the harness reports of a watched run; `src/runner/python/harness/` says what each of them means. */
const eventSchema = z.union([
  z.tuple([z.literal('start'), name, time, z.enum(['thread', 'task', 'process']), name]),
  z.tuple([z.literal(['name', 'held']), name, name]),
  z.tuple([z.literal(['end', 'begin', 'turn']), name, time]),
  z.tuple([z.literal('wait'), name, time, line, name, optionalName, optionalName, z.boolean()]),
  z.tuple([z.literal('go'), name, time, optionalName, time.nullable()]),
  z.tuple([z.literal(['out', 'err']), optionalName, time, line, name]),
]);

/** The harness reports no more events than these: they fit what a run may write. */
export const MAX_WATCH_EVENTS = 7_000;

export type WatchEvent = z.output<typeof eventSchema>;

/**
 * The text that a watched run wrote for the runner → its events. Lines of another form are left out: stacks
 * come on the same way, a line may be cut short, and a sample can write there too.
 */
export function parseEvents(text: string): readonly WatchEvent[] {
  return text.split('\n').flatMap(each => {
    if (!each.startsWith('["')) return [];
    try {
      const { data } = eventSchema.safeParse(JSON.parse(each));
      return data === undefined ? [] : [data];
    } catch {
      return [];
    }
  });
}

/** Whether a line of such a text is an event. */
export function isEvent(text: string): boolean {
  return text.startsWith('["');
}
