import { parse } from 'yaml';
import { type FrontMatter, frontMatterSchema } from '../article/front-matter-schema.ts';
import { readFrontMatter } from '../article/parse-front-matter.ts';

/** Lines at the beginning of a file in which its front matter is looked for. */
const MAX_HEAD_LINES = 40;

/**
 * The front matter of an article that is being written: what is right in it, and a value in the place of what
 * is missing or wrong. The checks say what that is.
 */
export function draftFrontMatter(source: string, file: string): FrontMatter {
  const { value } = readFrontMatter(source, file);
  if (value !== undefined) return value;
  // Line by line: a line that is not YAML takes no other with it.
  const [first, ...lines] = source.split('\n').slice(0, MAX_HEAD_LINES);
  const end = lines.findIndex(line => /^---[ \t]*$/.test(line));
  const head = first?.startsWith('---') ? lines.slice(0, end === -1 ? undefined : end) : [];
  const written = head.flatMap(line => {
    const { key = '', text = '' } = /^(?<key>\w+):(?<text>.*)$/.exec(line)?.groups ?? {};
    const schema = Object.hasOwn(frontMatterSchema.shape, key) && frontMatterSchema.shape[key as Key];
    const read = schema ? schema.safeParse(yamlValue(text)) : undefined;
    return read?.success === true ? [[key, read.data] as const] : [];
  });
  const name = file.replace(/^.*\/|\.mdx$/g, '');
  const today = new Date().toISOString().slice(0, 10);
  return {
    title: name,
    summary: 'This article has no summary yet.',
    level: 'Beginner',
    order: 1,
    updated: today,
    ...{ prerequisites: [], seeAlso: [], tags: [], authors: [], aliases: [], draft: false },
    ...Object.fromEntries(written),
  };
}

type Key = keyof typeof frontMatterSchema.shape;

/** Undefined if the text is not YAML. */
function yamlValue(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
