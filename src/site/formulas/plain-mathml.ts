import { Parser } from 'htmlparser2';
import { escapeHtml } from '../../core/text/escape-html.ts';

/** Elements of MathML that all browsers draw: https://www.w3.org/TR/mathml-core/ */
const ELEMENTS = new Set(
  `math mrow mi mn mo mtext mspace mfrac msqrt mroot msup msub msubsup munder mover munderover mtable mtr mtd
   mstyle mpadded mphantom mmultiscripts mprescripts none`.split(/\s+/),
);

const ATTRIBUTES = new Set(
  `display mathvariant stretchy fence form separator movablelimits accent accentunder lspace rspace minsize
   maxsize symmetric largeop width height depth voffset linethickness displaystyle scriptlevel columnspan
   rowspan`.split(/\s+/),
);

/** Classes of cells, which the style sheet knows: MathML has no other way to align them. */
const CLASSES: Readonly<Record<string, string>> = { 'tml-left': 'left', 'tml-right': 'right' };

/** Without them, readers would see something else. */
const NEEDED_STYLE = /color|background|border/;

/** Lines over and under something, which only some browsers draw as they are written. */
const LINES: Readonly<Record<string, readonly [begin: string, end: string]>> = {
  top: ['<mover accent="true"><mrow>', '</mrow><mo stretchy="true">‾</mo></mover>'],
  bottom: ['<munder accentunder="true"><mrow>', '</mrow><mo stretchy="true">_</mo></munder>'],
};

/**
 * What Temml writes → MathML without styles: pages have none in their elements.
 * @returns undefined if readers would see something else without them
 */
export function plainMathml(written: string, tex: string): string | undefined {
  let mathml = '';
  let isFit = true;
  const ends: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const { style = '', notation = '' } = attributes;
        const line = name === 'menclose' ? LINES[notation] : undefined;
        // Temml puts an empty one where the number of a formula would be.
        const isMark = name === 'span';
        if (NEEDED_STYLE.test(`${style} ${Object.keys(attributes).join(' ')}`)) isFit = false;
        if (line === undefined && !isMark && !ELEMENTS.has(name)) isFit = false;
        if (attributes.class?.includes('tml-tag')) isFit = false;
        const [begin, end] = line ?? [`<${name}${attributesOf(name, attributes, tex)}>`, `</${name}>`];
        mathml += isMark ? '' : begin;
        ends.push(isMark ? '' : end);
      },
      ontext: text => {
        mathml += escapeHtml(text);
      },
      onclosetag: () => {
        mathml += ends.pop() ?? '';
      },
    },
    { xmlMode: true },
  );
  parser.end(written);
  return isFit ? mathml : undefined;
}

function attributesOf(name: string, attributes: Readonly<Record<string, string>>, tex: string): string {
  const kept = Object.entries(attributes).filter(([attribute]) => ATTRIBUTES.has(attribute));
  const known = (attributes.class ?? '').split(' ').flatMap(each => CLASSES[each] ?? []);
  const all = [
    ...kept,
    ...(known.length === 0 ? [] : [['class', known.join(' ')] as const]),
    ...(name === 'math' ? [['alttext', tex] as const] : []),
  ];
  return all
    .map(([attribute, value]) => ` ${attribute}="${escapeHtml(value).replaceAll('"', '&quot;')}"`)
    .join('');
}
