import { expect, test } from 'vitest';
import { germanNumber, wordsInGerman } from '../../../../src/core/claims/german-number.ts';
import { localTag, notInWords, plainNumber } from '../../../../src/core/claims/spoken-number.ts';

test.for([
  ['null', 0],
  ['einen', 1],
  ['zwölf', 12],
  ['sechzehn', 16],
  ['siebzehn', 17],
  ['dreißig', 30],
  ['fünfundzwanzig', 25],
  ['hundert', 100],
  ['zweihundertfünf', 205],
  ['tausend', 1000],
  ['zwölftausenddreihundert', 12_300],
  ['Dreimal', 3],
  ['halb', 0.5],
  ['ten', undefined],
  ['zwanzigzwei', undefined],
  ['zwanzigundzwei', undefined],
  ['mal', undefined],
  ['und', undefined],
  ['', undefined],
] as const)('"%s" is %s in German', ([text, number]) => {
  expect(germanNumber(text)).toBe(number);
});

test('a number of German prose is compared as English prose has it', () => {
  expect(plainNumber('zehn', 'words', 'de')).toBe('ten');
  expect(plainNumber('0,9', undefined, 'de')).toBe('0.9');
  expect(plainNumber('1.234,5', undefined, 'de')).toBe('1234.5');
  // Digits after a point are no German number, so they stay as the output may have printed them.
  expect(plainNumber('0.9', undefined, 'de')).toBe('0.9');
  expect(plainNumber('1,5', undefined, 'en')).toBe('1,5');
  expect(plainNumber('ten', 'words', 'de')).toBe('ten');
});

test('words that are no number in the language of the article are refused, with right ones', () => {
  expect(notInWords('ten', 'de')).toEqual({
    title: '"ten" is no number in German words.',
    remedy: 'fünf, fünfundzwanzig, hundert, zweimal',
  });
  expect(notInWords('dix', 'fr')).toEqual({
    title: 'Numbers in words are known in English and German, and this article is in "fr".',
    remedy: 'Write the number in digits, without as="words".',
  });
  expect([notInWords('zehn', 'de'), notInWords('zehn', 'en')]).toEqual([undefined, undefined]);
});

test('every number in German words is read back', () => {
  for (const number of [...Array(1200).keys(), 1999, 2001, 12_345, 100_000, 999_999])
    expect([number, germanNumber(wordsInGerman(number) ?? '')]).toEqual([number, number]);
  expect([wordsInGerman(21), wordsInGerman(101), wordsInGerman(0.5), wordsInGerman(-1)]).toEqual([
    'einundzwanzig',
    'hunderteins',
    undefined,
    undefined,
  ]);
});

test('what is proposed in a German article is in German', () => {
  expect(localTag('<Value match="(\\d+)" as="words">ten</Value>', 'de')).toBe(
    '<Value match="(\\d+)" as="words">zehn</Value>',
  );
  expect(localTag('<Value about={0.1}>0.7</Value>', 'de')).toBe('<Value about={0.1}>0,7</Value>');
  expect(localTag('about={0.1}', 'de')).toBe('about={0.1}');
});
