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

/**
 * What Temml writes → MathML without styles: pages have none in their elements.
 * @returns undefined if readers would see something else without them
 */
export function plainMathml(written: string, tex: string): string | undefined {
  let mathml = '';
  let isFit = true;
  const closings: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const isOver = name === 'menclose' && attributes.notation === 'top';
        const isEmpty = name === 'span' || (name === 'mtext' && attributes.class === 'tml-tag');
        const needed = NEEDED_STYLE.test(`${attributes.style ?? ''} ${Object.keys(attributes).join(' ')}`);
        if (needed || !(isOver || name === 'span' || ELEMENTS.has(name)) || (isEmpty && name !== 'span'))
          isFit = false;
        if (isOver) mathml += '<mover accent="true"><mrow>';
        else if (name !== 'span') mathml += `<${name}${attributesOf(name, attributes, tex)}>`;
        closings.push(
          isOver ? '</mrow><mo stretchy="true">‾</mo></mover>' : name === 'span' ? '' : `</${name}>`,
        );
      },
      ontext: text => {
        mathml += escapeHtml(text);
      },
      onclosetag: () => {
        mathml += closings.pop() ?? '';
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
