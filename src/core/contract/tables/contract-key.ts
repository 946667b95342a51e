import type { z } from 'zod';
import type { Words } from '../../words/en/en.ts';
import type { Contradiction, Keys } from './contradictions.ts';

/** All that the project knows about one key of a contract. */
export interface ContractKey<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  /** The reference, for people and for editors. */
  readonly description: string;
  /** Right values in TOML, to paste. */
  readonly examples: readonly [string, ...string[]];
  /** The sentence of the page about a value, without its period; undefined if it needs none. */
  sentence?(value: NonNullable<z.output<Schema>>, words: Words['promise'], others: Keys): string | undefined;
  /** What a value contradicts: another part of itself, or one of the other keys. */
  contradictions?(value: NonNullable<z.output<Schema>>, others: Keys): readonly Contradiction[];
}

/** Checks an entry of the table of keys: TypeScript infers the type of its values from its schema. */
export function contractKey<Schema extends z.ZodType>(key: ContractKey<Schema>): ContractKey<Schema> {
  return key;
}
