import { type Contender, type Measurement, measure } from './measure.ts';
import type { Row } from './table.ts';

/** A contender with what one try of it took. */
export interface Try {
  readonly contender: Contender;
  readonly measurement: Measurement;
}

/** Each contender tried once, the quickest first. */
export async function tryOnce(contenders: readonly Contender[], python: string): Promise<readonly Try[]> {
  const tries: Try[] = [];
  for (const contender of contenders)
    tries.push({ contender, measurement: await measure(contender, python) });
  return tries.toSorted((a, b) => a.measurement.wallSeconds - b.measurement.wallSeconds);
}

/** A B C A B C …: each contender once in each round, so that what disturbs one disturbs its neighbours too. */
export async function inRounds(
  contenders: readonly Contender[],
  count: number,
  python: string,
): Promise<readonly Row[]> {
  const rounds: Measurement[][] = [];
  for (let round = 0; round < count; round += 1) {
    const measured: Measurement[] = [];
    for (const contender of contenders) measured.push(await measure(contender, python));
    rounds.push(measured);
  }
  return contenders.map(({ name }, index) => ({
    name,
    rounds: rounds.map(measured => measured[index] as Measurement),
  }));
}
