import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';

/** Subsets of Inter, each with its family name on a card. No font of the machine has these names. */
export const CARD_FONT = {
  latin: 'Verbatim Latin',
  'latin-ext': 'Verbatim Latin Extended',
  vietnamese: 'Verbatim Vietnamese',
  greek: 'Verbatim Greek',
  'greek-ext': 'Verbatim Greek Extended',
  cyrillic: 'Verbatim Cyrillic',
  'cyrillic-ext': 'Verbatim Cyrillic Extended',
} as const;

export const CARD_WEIGHTS = [400, 600, 700] as const;

const SUBSETS = Object.keys(CARD_FONT) as (keyof typeof CARD_FONT)[];

const { resolve } = createRequire(import.meta.url);

/** The file of a subset. */
export function fontFile(subset: keyof typeof CARD_FONT, weight: number): string {
  return resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`);
}

/** Reading them takes a tenth of a second, and few texts need it. */
let fonts: readonly Font[] | undefined;

/**
 * Characters of a text that the font of the cards has not. The canvas would take them from the fonts of the
 * machine, if these have them: the same card would look different on each machine.
 */
export function undrawable(text: string): readonly string[] {
  const unusual = new Set([...text].filter(character => !/[\s -~]/u.test(character)));
  if (unusual.size === 0) return [];
  fonts ??= SUBSETS.map(subset => readFont(fontFile(subset, 700)));
  const all = fonts;
  return [...unusual].filter(
    character => !all.some(font => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
  );
}

function readFont(file: string): Font {
  const font = create(readFileSync(file));
  if (font.isCollection) throw new Error(`${file} holds several fonts.`);
  return font;
}
