import type { OutputContract } from '../contract/contract-schema.ts';

/** What a page fetches, as JSON, to judge a prediction: the recording, and what may differ from it. */
export interface ReaderAnswer {
  /** The id of the example. */
  readonly id: string;
  readonly contract: Pick<OutputContract, 'order' | 'mask'>;
  /** What the example printed. */
  readonly out: string;
}
