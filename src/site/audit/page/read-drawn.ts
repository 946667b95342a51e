import { drawnLines } from '../tree/drawn-lines.ts';
import { classesOf, type PageNode } from '../tree/page-tree.ts';

/** The kind of drawing that begins at an element of the text; undefined if none does. */
export function drawnKind(node: PageNode): 'formula' | 'diagram' | 'picture' | undefined {
  const { name, children = [] } = node;
  const classes = classesOf(node);
  if (name === 'math') return 'formula';
  if (name === 'div' && classes.includes('drawn')) return 'formula';
  if (name === 'img') return 'picture';
  if (!classes.includes('picture') || (name !== 'figure' && name !== 'span')) return undefined;
  return children.some(child => child.name === 'div') ? 'diagram' : 'picture';
}

/** The lines of a drawing. Of the address of a picture that the build named anew, the name that it had. */
export function readDrawn(node: PageNode): readonly string[] {
  return drawnLines(node, (_, name, value) => (name === 'src' ? value.replace(ASSET, 'asset $1') : value));
}

/** `/~ada/project/_astro/lock.dark.Bx1_a-9Z_Z5.webp` → `lock.dark` */
const ASSET = /^(?:\/[^/]+)*\/_astro\/(.+)\.[\w-]{8}(?:_[\w-]+)?\.\w+$/;
