import { germanNumber, wordsInGerman } from './german-number.ts';
import { numberOfWords, wordsOfNumber } from './number-words.ts';

/** How a language writes numbers, of those that differ from English. */
const LANGUAGES: Readonly<
  Record<
    string,
    {
      readonly ofWords: (text: string) => number | undefined;
      readonly inWords: (number: number) => string | undefined;
      readonly examples: string;
    }
  >
> = {
  de: { ofWords: germanNumber, inWords: wordsInGerman, examples: 'fünf, fünfundzwanzig, hundert, zweimal' },
};

/**
 * A number of the prose as English prose has it: `0,9` → `0.9`, `zehn` → `ten`. All other texts stay.
 * @param language of the article: `de`
 */
export function plainNumber(text: string, as: string | undefined, language: string): string {
  if (language === 'en') return text;
  if (as === 'words') {
    const value = LANGUAGES[language]?.ofWords(text);
    return value === undefined ? text : (wordsOfNumber(value) ?? text);
  }
  const [, whole, part] = /^(\d{1,3}(?:\.\d{3})+|\d+),(\d+)$/.exec(text.trim()) ?? [];
  return usesComma(language) && whole !== undefined ? `${whole.replaceAll('.', '')}.${part}` : text;
}

/** Why a text is no number in words of a language, and right ones; undefined if it is one, or in English. */
export function notInWords(
  text: string,
  language: string,
): { readonly title: string; readonly remedy: string } | undefined {
  if (language === 'en') return undefined;
  const known = LANGUAGES[language];
  if (known === undefined)
    return {
      title: `Numbers in words are known in English and German, and this article is in "${language}".`,
      remedy: 'Write the number in digits, without as="words".',
    };
  if (known.ofWords(text) !== undefined) return undefined;
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  return { title: `"${text}" is no number in ${name} words.`, remedy: known.examples };
}

/** The number of a tag to paste, in the language of its article: `>ten</Value>`, `>zehn</Value>`. */
export function localTag(tag: string, language: string): string {
  if (language === 'en') return tag;
  return tag.replace(/(?<=>)[^<>]+(?=<\/)/, text => {
    if (usesComma(language) && /^\d+\.\d+$/.test(text)) return text.replace('.', ',');
    const number = tag.includes('as="words"') ? numberOfWords(text) : undefined;
    return (number === undefined ? undefined : LANGUAGES[language]?.inWords(number)) ?? text;
  });
}

function usesComma(language: string): boolean {
  return new Intl.NumberFormat(language).format(0.5).includes(',');
}
