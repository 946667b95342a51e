import { z } from 'zod';

const text = z.string().min(1);
const size = z
  .int()
  .positive()
  .or(z.string().regex(/^[1-9]\d*$/));
const wholeNumber = z
  .any()
  .refine(value => size.safeParse(value).success, { error: 'is not a whole number above 0' });

/** An element with its attributes; each may have `lang`. */
function element(attributes: Readonly<Record<string, z.ZodType>> = {}): z.ZodObject {
  return z.strictObject({ ...attributes, lang: text.optional() });
}

const named = element({ title: text.optional() });
const cell = element({
  colspan: wholeNumber.optional(),
  rowspan: wholeNumber.optional(),
  scope: z.enum(['row', 'col', 'rowgroup', 'colgroup']).optional(),
});
const list = element({ start: wholeNumber.optional(), reversed: z.boolean().optional() });
const picture = element({
  src: text,
  alt: z.string(),
  width: wholeNumber.optional(),
  height: wholeNumber.optional(),
  title: text.optional(),
});

/** Elements that need no attribute. */
const PLAIN = `b bdi br cite del em i ins kbd mark q rp rt ruby s small strong sub sup var wbr
  blockquote dd dl dt hr li p summary ul caption table tbody tfoot thead tr`.split(/\s+/);

/**
 * The elements of HTML that an article may hold, with their attributes. An element is here if it can neither
 * run, load, style nor name anything, and looks like no block that the build proves.
 */
export const ELEMENT_SCHEMAS: Readonly<Record<string, z.ZodObject>> = {
  ...Object.fromEntries(PLAIN.map(name => [name, element()])),
  a: element({ href: z.string(), title: text.optional() }),
  img: picture,
  ...{ abbr: named, dfn: named, td: cell, th: cell, ol: list },
  details: element({ open: z.boolean().optional() }),
  time: element({ datetime: text.optional() }),
};

/** Elements that have no content. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr']);

/** Elements that no line of text holds: browsers would end the paragraph before them. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set([
  'blockquote',
  'details',
  'dl',
  'hr',
  'ol',
  'p',
  'table',
  'ul',
]);

const ROWS = ['table', 'thead', 'tbody', 'tfoot'];

/** Where an element has to be. Browsers move or drop it elsewhere. */
export const ENCLOSING_ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  summary: ['details'],
  dt: ['dl'],
  dd: ['dl'],
  li: ['ul', 'ol'],
  caption: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ROWS,
  th: ['tr'],
  td: ['tr'],
  rt: ['ruby'],
  rp: ['ruby'],
  At: ['Example'],
  Hint: ['Exercise'],
  Solution: ['Exercise'],
};

const CODE = 'Code in a line: `code`; a block of text: ```text';
const PICTURE = 'Put a picture beside the article: ![What it shows](./picture.svg)';
const TEXT_ALONE = 'Remove the tag, and keep its text. A remark: <Note>';

/** What to write in place of elements that an article may not hold. */
export const INSTEAD: Readonly<Record<string, string>> = {
  ...{ pre: CODE, code: CODE, samp: CODE, tt: CODE, xmp: CODE, listing: CODE, plaintext: CODE },
  output: 'What an example printed: <Output file="topic/name.py" />',
  ...{ figure: PICTURE, picture: PICTURE, svg: PICTURE, video: PICTURE, canvas: PICTURE, image: PICTURE },
  ...{ h1: '## A heading', h2: '## A heading', h3: '### A heading', h4: '#### A heading' },
  ...{ div: TEXT_ALONE, span: TEXT_ALONE, section: TEXT_ALONE, center: TEXT_ALONE, font: TEXT_ALONE },
  ...{ strike: '~~struck out~~', math: 'A formula: $x_1^2$; on a line of its own: ```math' },
  ...{ iframe: 'Link to it: [what it is](https://example.org/)', aside: '<Note>' },
};
