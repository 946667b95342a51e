import { type Contract, contractSentence } from '../../../../core/contract/contract-schema.ts';
import { wordsOf } from '../../../../core/words/languages.ts';

/** What a contract promises, in each language; undefined if it promises every byte. */
export function promisesOf(
  contract: Contract,
  languages: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const sentences = languages.flatMap(language => {
    const sentence = contractSentence(contract, wordsOf(language).promise);
    return sentence === undefined ? [] : [[language, sentence] as const];
  });
  return sentences.length === 0 ? undefined : Object.fromEntries(sentences);
}
