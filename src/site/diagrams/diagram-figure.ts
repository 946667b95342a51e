import { captionHtml } from '../pictures/caption-html.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { nearest } from '../../core/problems/suggest.ts';
import { positionAt } from '../article/mdx-tree.ts';
import type { Fence } from '../article/parse-mdx.ts';
import type { DiagramFigure } from '../figures/parts/drawn.ts';
import { drawWith } from './draw-diagram.ts';
import type { Graphviz } from './graphviz.ts';

/** Pixels of a diagram that a phone has room for. */
const NARROW = 270;

const NAMES = ['alt', 'title'];
const EXAMPLE = '```dot alt="What it shows" title="A caption"';

/** A fence ```dot → its figure. */
export function diagramFigure(fence: Fence, file: string, graphviz: Graphviz): Result<DiagramFigure> {
  const { code, meta, position } = fence;
  const { line, column } = position;
  const refuse = (title: string, remedy: string): Result<never> =>
    fail({ file, line, column, title, remedy });
  const texts = new Map(
    [...meta.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', text = '']) => [name, text]),
  );
  const rest = meta.replaceAll(/[\w-]+="[^"]*"/g, '').trim();
  if (rest !== '')
    return refuse(`A diagram has texts in quotes behind its language, and here is "${rest}".`, EXAMPLE);
  const strange = [...texts.keys()].find(name => !NAMES.includes(name));
  if (strange !== undefined) {
    const meant = strange === 'caption' ? 'title' : (nearest(strange, NAMES) ?? 'title');
    return refuse(`A diagram has no ${strange}="…".`, `${meant}="${texts.get(strange)}"`);
  }
  const alt = (texts.get('alt') ?? '').trim();
  const title = texts.get('title');
  if (alt === '') {
    const caption = title === undefined ? '' : ` title="${title}"`;
    return refuse(
      'The diagram says nothing to those who do not see it.',
      `Say what it shows: \`\`\`dot alt="Work goes from a queue to three threads"${caption}`,
    );
  }
  const { diagram, faults } = drawWith(graphviz, code, alt);
  if (faults !== undefined)
    return fail(
      ...faults.map(({ index, ...finding }) => {
        const inside = positionAt(code, index, { line: line + 1, column: 1 });
        return { file, ...inside, column: inside.column + column - 1, ...finding };
      }),
    );
  const caption = title === undefined || title.trim() === '' ? undefined : captionHtml(title);
  return succeed({ kind: 'diagram', svg: diagram.svg, alt, caption, isWide: diagram.width > NARROW });
}
