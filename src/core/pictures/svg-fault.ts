import type { SaxesTagNS } from 'saxes';
import { DRAWING_ELEMENTS, isHarmlessStyle, SVG_NAMESPACE } from './drawing-rules.ts';
import { LIBRARIES } from './libraries.ts';
import type { PictureFault } from './bitmap.ts';

/** Namespaces of what programs say of a drawing, inside of `<metadata>`. Nothing of it is shown. */
const METADATA = [
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
  'http://purl.org/dc/elements/1.1/',
];

/** A picture inside of a drawing: it is data, and a PNG. */
const PNG_DATA = /^data:image\/png;base64,[A-Za-z0-9+/=\s]+$/;

/** Elements inside each other, which no drawing of a library comes near. */
const MAX_DEPTH = 200;
/** Characters that are read at once. */
const PIECE = 4096;

const PLAIN = 'Let it draw shapes and text, without scripts, links, animations, HTML and other files.';
const BY_LIBRARY = 'Let a library write the drawing, and close the file before the sample ends.';

/**
 * What the text of an SVG holds that is more than a picture; undefined if nothing. `<img>` runs no script of
 * a drawing, but whoever opens its address does.
 */
export function svgFault(source: string): PictureFault | undefined {
  const parser = new (LIBRARIES.saxes().SaxesParser)({ xmlns: true });
  const faults: PictureFault[] = [];
  const report = (fault: string, remedy: string): void => {
    faults.push({ fault, remedy, line: parser.line });
  };
  const refuse = (what: string): void => report(`holds ${what}`, PLAIN);
  const open: string[] = [];
  let metadata = 0;
  let root: SaxesTagNS | undefined;
  let style = '';
  parser.on('opentag', tag => {
    root ??= tag;
    if (!isDrawing(root)) return;
    const unfit = unfitPart(tag, metadata > 0);
    if (unfit !== undefined) refuse(unfit);
    open.push(tag.local);
    if (open.length > MAX_DEPTH) refuse(`${MAX_DEPTH} elements inside each other`);
    if (tag.local === 'metadata') metadata += 1;
  });
  parser.on('closetag', ({ local }) => {
    open.pop();
    if (local === 'metadata') metadata -= 1;
    if (local !== 'style') return;
    if (!isHarmlessStyle(style)) refuse('a style that loads something');
    style = '';
  });
  const read = (text: string): void => {
    if (open.at(-1) === 'style') style += text;
  };
  parser.on('text', read);
  parser.on('cdata', read);
  parser.on('doctype', text => {
    if (text.includes('[')) refuse('a document type with declarations of its own');
  });
  parser.on('processinginstruction', ({ target }) => refuse(`<?${target}?>`));
  parser.on('error', ({ message }) => {
    const what = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    report(`is no well-formed XML, so browsers show no drawing (${what})`, BY_LIBRARY);
  });
  // The time that a tag takes grows with the tags around it: what is wrong ends the reading.
  for (let at = 0; at < source.length && faults.length === 0; at += PIECE)
    parser.write(source.slice(at, at + PIECE));
  if (faults.length === 0) parser.close();
  const noDrawing = { fault: `has no <svg xmlns="${SVG_NAMESPACE}"> around all`, remedy: BY_LIBRARY };
  return root !== undefined && !isDrawing(root) ? noDrawing : faults[0];
}

const isDrawing = ({ local, uri }: SaxesTagNS): boolean => local === 'svg' && uri === SVG_NAMESPACE;

/** What of an element no drawing may have, in words; undefined if it draws, and refers to nothing outside. */
function unfitPart({ name, local, uri, attributes }: SaxesTagNS, isInMetadata: boolean): string | undefined {
  const isDrawn = uri === SVG_NAMESPACE && (DRAWING_ELEMENTS.has(local) || local === 'metadata');
  const isImage = uri === SVG_NAMESPACE && local === 'image';
  if (isInMetadata ? !METADATA.includes(uri) : !isDrawn && !isImage) return `<${name}>`;
  const unfit = Object.values(attributes).find(({ local: written, prefix, value }) => {
    const key = written.toLowerCase();
    if (prefix === 'xmlns' || key === 'xmlns') return false;
    if (key.startsWith('on') || key === 'base' || key === 'src') return true;
    if (isInMetadata) return false;
    if (key === 'href') return isImage ? !PNG_DATA.test(value) : !value.startsWith('#');
    return !isHarmlessStyle(value);
  });
  return unfit && `${unfit.name}="${unfit.value.slice(0, 60)}"`;
}
