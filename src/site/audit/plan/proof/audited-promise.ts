import { type Contract, contractSentence, promiseKinds } from '../../../../core/contract/contract-schema.ts';
import { wordsOf } from '../../../../core/words/languages.ts';

/** What an example promises. */
export interface AuditedPromise {
  /** In the language of the site. Absent if every byte is promised. */
  readonly promise?: string | undefined;
  /** The same in each language of the site. */
  readonly promiseIn: Readonly<Record<string, string>>;
  /** The keys of the contract that say so; none if every byte is promised. */
  readonly promises: readonly string[];
}

export function auditedPromise(contract: Contract | undefined, languages: readonly string[]): AuditedPromise {
  if (contract === undefined) return { promiseIn: {}, promises: [] };
  const sentences = languages.flatMap(language => {
    const sentence = contractSentence(contract, wordsOf(language).promise);
    // By its tag, a page of `de-AT` finds the sentence too.
    const tags = new Set([language, wordsOf(language).tag]);
    return sentence === undefined ? [] : [...tags].map(tag => [tag, sentence] as const);
  });
  return {
    promise: sentences[0]?.[1],
    promiseIn: Object.fromEntries(sentences),
    promises: promiseKinds(contract),
  };
}
