import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { schemaProblems } from '../../core/problems/schema-message.ts';
import { nearest, suggestion } from '../../core/problems/suggest.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter-schema.ts';
import { parseYaml, type YamlMap } from './parse-yaml.ts';

/** The lines between two `---` at the very beginning. */
const FENCED = /^---[ \t]*\n(?<yaml>(?:.*\n)*?)---[ \t]*(?:\n|$)/;
const KEYS = Object.keys(frontMatterSchema.shape);
const TEMPLATE = [
  'Begin it with:',
  '---',
  ...KEYS.filter(key => key !== 'subtitle').map(key => `${key}: …`),
  '---',
].join('\n');

/** The front matter of an article, or every problem in it, each at its key or value. */
export function readFrontMatter(source: string, file: string): Result<FrontMatter> {
  const top = { file, line: 1, column: 1 };
  const yaml = FENCED.exec(source)?.groups?.yaml;
  if (yaml === undefined)
    return /^---[ \t]*\n/.test(source)
      ? fail({ ...top, title: 'The front matter is never closed.', remedy: 'End it with a line "---".' })
      : fail({ ...top, title: 'The article has no front matter.', remedy: TEMPLATE });
  const { value: map, problems } = parseYaml(yaml, { file, linesAbove: 1 });
  if (problems !== undefined) return fail(...problems);
  if (map === undefined)
    return fail({ ...top, title: 'The front matter is no list of keys and values.', remedy: TEMPLATE });
  const { data, error } = frontMatterSchema.safeParse(map.data);
  return error === undefined ? succeed(data) : fail(...keyProblems(error, map));
}

function keyProblems(error: Parameters<typeof schemaProblems>[0], { data, at }: YamlMap): Problem[] {
  const misspelled = Object.keys(data).filter(key => !KEYS.includes(key));
  return schemaProblems(error).flatMap(({ kind, path, message, words }): Problem[] => {
    const key = String(path[0]) as keyof FrontMatter;
    const problem = (part: 'key' | 'value', title: string, remedy: string): Problem[] => [
      { ...at(key, part), title, remedy },
    ];
    if (kind === 'unknown key')
      return problem('key', `The front matter has no key "${key}".`, suggestion(key, KEYS));
    if (!Object.hasOwn(data, key)) {
      // A misspelled key is missing too: that is one problem.
      if (misspelled.some(other => nearest(other, KEYS) === key)) return [];
      return problem('key', `The front matter has no ${key}.`, EXAMPLES[key]);
    }
    const value = data[key];
    const meant = typeof value === 'string' ? nearest(value, words) : undefined;
    const remedy = meant === undefined ? EXAMPLES[key] : `${key}: ${meant}`;
    return problem('value', `${key} ${value === null ? 'is empty' : message}.`, remedy);
  });
}

/** A right line for each key, to paste. */
const EXAMPLES = {
  title: 'title: "Locks and friends"',
  subtitle: 'subtitle: "One line under the title"',
  summary: 'summary: "One or two sentences for the reader who decides whether to read on."',
  level: 'level: Beginner',
  order: 'order: 1',
  updated: 'updated: 2026-11-22',
} as const satisfies Record<keyof FrontMatter, string>;
