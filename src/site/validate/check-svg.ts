import { isUtf8 } from 'node:buffer';
import { Parser } from 'htmlparser2';
import { DRAWING_ELEMENTS, isHarmlessStyle, SVG_NAMESPACE } from '../../core/pictures/drawing-rules.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { positionAt } from '../article/mdx-tree.ts';

const REMEDY = 'Export it as plain SVG: shapes and text, no script, link, animation or picture in it.';

const SIZE = 'Say how wide and how high it is, with its own numbers:';

/** Mistakes of one drawing that are reported at once: a stranger's may have one in each tag. */
const MAX_PROBLEMS = 20;

/** A page reserves the place of a picture before it is there. */
const hasSize = ({ width, height, viewBox = '' }: Readonly<Record<string, string>>): boolean =>
  [width, height].every(each => /^\d+(?:\.\d+)?(?:px)?$/.test(each ?? '')) ||
  /^\s*(?:-?[\d.]+[\s,]+){2}[\d.]+[\s,]+[\d.]+\s*$/.test(viewBox);

/**
 * What a drawing holds that is more than shapes and text. `<img>` runs no script of a drawing, but whoever
 * opens its address does.
 * @param needsSize whether a page reads its size from it
 */
export function svgProblems(bytes: Uint8Array, file: string, needsSize = false): Problem[] {
  if (!isUtf8(bytes)) return [{ file, title: 'The drawing is not UTF-8.', remedy: REMEDY }];
  const source = new TextDecoder().decode(bytes);
  const problems: Problem[] = [];
  const report = (index: number, title: string, remedy: string): void => {
    if (problems.length >= MAX_PROBLEMS) return;
    problems.push({ file, ...positionAt(source, index, { line: 1, column: 1 }), title, remedy });
  };
  const refuse = (index: number, what: string): void => report(index, `The drawing holds ${what}.`, REMEDY);
  const starts: number[] = [];
  let styles = 0;
  let root: string | undefined;
  let style = '';
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (needsSize && root === undefined && name === 'svg' && !hasSize(attributes)) {
          const tag = tagAt(source, parser.startIndex);
          const remedy = `${SIZE}\n${tag.replace(/\s*\/?>$/, ' viewBox="0 0 120 80">')}`;
          report(parser.startIndex, 'The drawing has no size.', remedy);
        }
        root ??= `${name} ${attributes.xmlns}`;
        if (name === 'style') styles += 1;
        starts.push(parser.startIndex);
        if (!DRAWING_ELEMENTS.has(name)) refuse(parser.startIndex, `<${name}>`);
        for (const [attribute, value] of Object.entries(attributes))
          if (!isHarmless(attribute, value))
            refuse(parser.startIndex, `${attribute}="${value.slice(0, 60)}"`);
      },
      onclosetag: (name, isImplied) => {
        if (name === 'style') styles -= 1;
        const start = starts.pop() ?? 0;
        if (isImplied && !source.slice(start, parser.endIndex + 1).endsWith('/>')) {
          const title = `<${name}> is never closed, so browsers show no drawing.`;
          report(start, title, `Behind what it encloses: </${name}>`);
        }
        if (name === 'style' && !isHarmlessStyle(style))
          refuse(parser.startIndex, 'a style that loads something');
        if (styles === 0) style = '';
      },
      ontext: text => {
        if (styles > 0) style += text;
      },
      onprocessinginstruction: (name, data) => {
        const isDeclaration = name === '?xml' && !/encoding\s*=\s*["'](?!utf-8["'])/i.test(data);
        if (!isDeclaration) refuse(parser.startIndex, `<${data.slice(0, 60)}>`);
      },
    },
    { xmlMode: true },
  );
  parser.end(source);
  if (root === 'svg undefined') {
    const index = source.search(/<svg\b/);
    const remedy = tagAt(source, index).replace('<svg', `<svg xmlns="${SVG_NAMESPACE}"`);
    report(index, 'The <svg> has no xmlns, so browsers show no drawing.', remedy);
  } else if (root !== `svg ${SVG_NAMESPACE}`) refuse(0, `no <svg xmlns="${SVG_NAMESPACE}"> around all`);
  return problems;
}

/** The tag that begins at an index. */
const tagAt = (source: string, index: number): string => /^<[^>]*>/.exec(source.slice(index))?.[0] ?? '';

function isHarmless(attribute: string, value: string): boolean {
  const name = attribute.replace(/^.*:/, '').toLowerCase();
  if (attribute === 'xmlns') return value === SVG_NAMESPACE;
  if (name === 'href') return value.startsWith('#');
  return !name.startsWith('on') && isHarmlessStyle(value);
}
