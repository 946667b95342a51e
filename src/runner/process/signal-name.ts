import { constants } from 'node:os';

/** The name of a signal by its number. If it has two, the usual one. */
export function signalName(number: number): NodeJS.Signals | undefined {
  return (Object.keys(constants.signals) as NodeJS.Signals[]).find(
    name => constants.signals[name] === number,
  );
}
