import { type Contract, contractSentence, promiseKinds } from '../../../../core/contract/contract-schema.ts';

/** What an example promises. */
export interface AuditedPromise {
  /** Absent if every byte is promised. */
  readonly promise?: string | undefined;
  /** The keys of the contract that say so; none if every byte is promised. */
  readonly promises: readonly string[];
}

export function auditedPromise(contract: Contract | undefined): AuditedPromise {
  return contract === undefined
    ? { promises: [] }
    : { promise: contractSentence(contract), promises: promiseKinds(contract) };
}
