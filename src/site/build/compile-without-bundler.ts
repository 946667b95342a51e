import { init, parse } from 'es-module-lexer';
import type { Plugin } from 'vite';

/** What compiled articles import, by the names that they use. */
type Runtime = Readonly<Record<string, unknown>>;

/** A compiled article: what Astro asks of the module of an entry. */
export interface ArticleModule {
  readonly Content: unknown;
  readonly getHeadings: () => unknown;
  readonly frontmatter: unknown;
}

type MakeArticle = (runtime: Runtime) => ArticleModule;

/** Where the articles' list, which is bundled, finds those that are not. */
const SHARED = 'verbatimArticles';
const shared = globalThis as { [SHARED]?: Map<string, MakeArticle> };

/** All that an article imports which is nothing but its own file. */
const KNOWN = ['astro/jsx-runtime', 'astro/runtime/server/index.js'];

/**
 * Articles that need no bundler: nothing but their own text, compiled by the very plugins that would compile them for it. To pass
 * each through a bundler takes longer and holds more memory than anything else in a build. What they share with the rest of the
 * site is given to them when they are rendered.
 */
export class UnbundledArticles {
  readonly #made: Map<string, MakeArticle>;
  #plugins: readonly Plugin[] = [];

  constructor() {
    this.#made = shared[SHARED] = new Map();
  }

  /** @param plugins all of the build: those of MDX are asked */
  use(plugins: readonly Plugin[]): void {
    this.#plugins = plugins.filter(
      ({ name }) => name === '@mdx-js/rolldown' || name === '@astrojs/mdx-postprocess',
    );
  }

  /** Compiles an article. @returns whether that was possible; if not, the bundler has to. */
  async add(file: string, id: string, source: string): Promise<boolean> {
    if (this.#plugins.length !== 2) return false;
    await init;
    let code = source;
    for (const { transform } of this.#plugins) {
      if (typeof transform !== 'object') return false;
      const result: unknown = await (
        transform.handler as (this: unknown, code: string, id: string) => unknown
      ).call({ environment: { name: 'prerender' } }, code, id);
      code = (result as { code: string }).code;
    }
    const body = functionBody(code);
    if (body === undefined) return false;
    this.#made.set(file, new Function('runtime', body) as MakeArticle);
    return true;
  }

  /** Astro's list of the articles, in which those that were compiled here are taken from here. */
  listed(list: string): string {
    const imports = KNOWN.map(
      (name, index) => `import * as runtime${index} from ${JSON.stringify(name)};\n`,
    ).join('');
    const runtime = `{ ${KNOWN.map((name, index) => `${JSON.stringify(name)}: runtime${index}`).join(', ')} }`;
    const taken = list.replaceAll(ENTRY, (entry, file: string) =>
      this.#made.has(file) ? `["${file}", async () => globalThis.${SHARED}.get("${file}")(runtime)],` : entry,
    );
    return `${imports}const runtime = ${runtime};\n${taken}`;
  }
}

/** Each article in Astro's list of them. */
const ENTRY = /\["(?<file>[^"]+)", \(\) => import\("[^"]*"\)\],?/g;

/** Astro's list of the articles to bundle, without those whose pages are taken from the last site: bundling takes most of a build. */
export function withoutKept(list: string, kept: ReadonlySet<string>): string {
  return list.replaceAll(ENTRY, (entry, file: string) => (kept.has(file) ? '' : entry));
}

/** A module → a function that makes what it exports; undefined where it is another than such as are known. */
function functionBody(code: string): string | undefined {
  const [imports, exports] = parse(code);
  const taken = imports.map(({ n, ss, se }) => ({
    from: n ?? '',
    names: /^import\s*\{(?<names>[^}]*)\}\s*from\b/.exec(code.slice(ss, se))?.groups?.names,
    ss,
    se,
  }));
  if (taken.some(({ from, names }) => names === undefined || !KNOWN.includes(from))) return undefined;
  const without = taken.toReversed().reduce((text, { ss, se }) => text.slice(0, ss) + text.slice(se), code);
  const said = [...without.matchAll(EXPORT)];
  // What only looks like one stands in a text, and then there are more of them than there are exports.
  if (
    said.length !== exports.length ||
    !['Content', 'getHeadings', 'frontmatter'].every(name => exports.some(({ n }) => n === name))
  )
    return undefined;
  const given = taken
    .map(
      ({ from, names = '' }) =>
        `const {${names.replaceAll(' as ', ': ')}} = runtime[${JSON.stringify(from)}];\n`,
    )
    .join('');
  return `'use strict';\n${given}${without.replaceAll(EXPORT, (_, kept: string | undefined) => kept ?? '')}\nreturn { Content, getHeadings, frontmatter };`;
}

const EXPORT = /^export (?:(?<kept>const |function )|default \w+;$)/gm;
