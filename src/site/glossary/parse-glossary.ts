import { slug } from 'github-slugger';
import { isMap, LineCounter, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../../core/problems/problem.ts';
import { schemaProblems } from '../../core/problems/schema-message.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import type { Link } from '../article/parse-mdx.ts';
import { readDefinition } from './definition.ts';
import { type Glossary, type GlossaryTerm, nearestTerm, plainName, termOf } from './glossary.ts';

/** What the file says of a term. */
const entrySchema = z.strictObject({
  text: z.string().min(1),
  aliases: z.array(z.string().min(1)).optional(),
  see: z.array(z.string().min(1)).optional(),
});

const EXAMPLE = [
  'lock:',
  '  text: >-',
  '    Only one thread holds it at a time. See [Lock](/advanced/locks/#lock).',
  '  aliases: [locks]',
].join('\n');

/** A glossary with everything that is wrong in its file, and the links of its definitions. */
export interface ReadGlossary {
  readonly glossary: Glossary;
  readonly source: string;
  readonly links: readonly Link[];
  readonly problems: readonly Problem[];
}

/** A term as it is read; `see` are still the names that its author wrote. */
interface ReadTerm extends GlossaryTerm {
  readonly at: (
    part: keyof z.output<typeof entrySchema> | 'name',
  ) => Required<Pick<Problem, 'file' | 'line' | 'column'>>;
}

/** The text of a glossary, in YAML → its terms. */
export function parseGlossary(source: string, file: string): ReadGlossary {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const atOffset = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const refused = (problems: readonly Problem[]): ReadGlossary => ({
    glossary: { terms: [] },
    source,
    links: [],
    problems,
  });
  if (document.errors.length > 0)
    return refused(
      document.errors.map(error => ({
        ...atOffset(error.pos[0]),
        title: `The glossary is not YAML: ${error.message.replace(/^./, first => first.toLowerCase())}.`,
        remedy: `Put texts with signs in them below ">-":\n${EXAMPLE}`,
      })),
    );
  if (!isMap(document.contents))
    return refused([
      { file, line: 1, column: 1, title: 'The glossary is no list of terms.', remedy: EXAMPLE },
    ]);
  const problems: Problem[] = [];
  const links: Link[] = [];
  const pairs = document.contents.items as Pair<Scalar, YAMLMap<Scalar, Scalar> | null>[];
  const terms = pairs.flatMap(({ key, value }): ReadTerm[] => {
    const name = String(key.value);
    const at: ReadTerm['at'] = part => {
      const inner = isMap(value) ? value.items.find(item => item.key.value === part) : undefined;
      return atOffset((inner?.value ?? inner?.key ?? key).range?.[0] ?? 0);
    };
    const { data, error } = entrySchema.safeParse(value?.toJS(document) ?? {});
    if (data === undefined) {
      problems.push(...entryProblems(name, error, at));
      return [];
    }
    const definition = readDefinition(data.text);
    if (definition === undefined) {
      const title = `The definition of "${name}" is not one paragraph of text, code, emphasis and links.`;
      problems.push({ ...at('text'), title, remedy: EXAMPLE });
      return [];
    }
    const { html, plain, urls } = definition;
    const { line, column } = at('text');
    links.push(...urls.map(url => ({ url, label: name, position: { line, column, start: 0, end: 0 } })));
    const { aliases = [], see = [] } = data;
    return [{ name, slug: slug(name), aliases, see, html, plain, at }];
  });
  return { ...joined(terms, problems), source, links };
}

function entryProblems(name: string, error: z.ZodError, at: ReadTerm['at']): Problem[] {
  return schemaProblems(error).map(({ kind, path, message }) => {
    const key = String(path[0] ?? 'text') as keyof z.output<typeof entrySchema>;
    return kind === 'unknown key'
      ? {
          ...at(key),
          title: `The term "${name}" has no key "${key}".`,
          remedy: suggestion(key, Object.keys(entrySchema.shape)),
        }
      : { ...at(key), title: `The term "${name}": ${key} ${message}.`, remedy: EXAMPLE };
  });
}

/** Terms among each other: each name and alias is that of one, and what they refer to is there. */
function joined(
  terms: readonly ReadTerm[],
  found: readonly Problem[],
): Pick<ReadGlossary, 'glossary' | 'problems'> {
  const problems = [...found];
  const owners = new Map<string, string>();
  for (const { name, slug: own, aliases, at } of terms)
    for (const [index, form] of [`#${own}`, name, ...aliases].entries()) {
      const key = plainName(form);
      const owner = owners.get(key);
      owners.set(key, owner ?? name);
      if (owner === undefined) continue;
      const title =
        index === 0
          ? `"${name}" and "${owner}" have the same anchor.`
          : `"${form}" is a name of "${owner}" already.`;
      problems.push({ ...at(index < 2 ? 'name' : 'aliases'), title, remedy: 'Remove one of them.' });
    }
  const glossary: Glossary = { terms };
  const linked = terms.map(({ at, see, ...term }): GlossaryTerm => {
    const slugs = see.flatMap(name => {
      const other = termOf(glossary, name);
      if (other !== undefined && other.slug !== term.slug) return other.slug;
      const near = nearestTerm(glossary, name);
      const title = other ? `The term "${name}" refers to itself.` : `There is no term "${name}".`;
      const remedy = other || near === undefined ? 'Remove it.' : `Did you mean "${near}"?`;
      problems.push({ ...at('see'), title, remedy });
      return [];
    });
    return { ...term, see: slugs };
  });
  return { glossary: { terms: linked.toSorted((a, b) => a.name.localeCompare(b.name, 'en')) }, problems };
}
