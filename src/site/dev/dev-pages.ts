import { articleOfUrl, articleUrl, exampleUrl } from '../routes.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseRecordingName } from '../../core/example/recording-name.ts';
import type { Problem } from '../../core/problems/problem.ts';
import type { ExamplePlace } from '../../runner/examples/discover-examples.ts';
import { Trials } from './live-runs.ts';
import { type ArticleFile, articleFiles, readArticleFile } from '../article/article-files.ts';
import { EXAMPLES } from '../../core/project-paths.ts';
import { messageOf } from './unverified-figure.ts';
import { draftLinks } from './check-dev-links.ts';
import { type DraftPlan, planDraft } from './plan-article.ts';
import { proofsOf, shown } from './resolve-slot.ts';
import { DraftStore } from './slot-store.ts';
import type { Stored } from '../figures/figure-registry.ts';
import { Highlighter } from '../highlight/highlighter.ts';
import { remembering } from '../highlight/line-memo.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import { type ProjectFiles, projectFiles } from '../validate/project-files.ts';
import { unrun } from '../figures/example-proofs.ts';
import { idOf } from '../../core/example/example-id.ts';
import type { Reference } from '../article/parse-mdx.ts';

/** What a dev server knows of a page that somebody looks at. */
interface DraftPage {
  /** Goes up with each change of what it shows. */
  version: number;
  /** The examples that it shows. */
  ids: ReadonlySet<string>;
  /** What it was last made of; when its source cannot be parsed, its figures stay. */
  plan?: DraftPlan | undefined;
  /** What is wrong with its links, and what that was found out of. */
  links?: {
    readonly plan: DraftPlan;
    readonly articles: readonly string[];
    readonly examples: object;
    readonly key: string;
    readonly problems: readonly Problem[];
  };
}

/** What the bringing up to date of a page came to; undefined where it is no page of ours. */
export interface Prepared {
  readonly version: number;
  /** Whether a run that it shows is not over. */
  readonly running: boolean;
}

/** A dev server's desk: keeps what its pages show up to date with the files, and runs just what they show. Mistakes are shown where they are, and nothing is thrown. */
export class Drafts {
  readonly #root: string;
  readonly #highlighter: Highlighter;
  readonly #lines: LineHighlighter;
  readonly #store: DraftStore;
  readonly #trials: Trials;
  readonly #pages = new Map<string, DraftPage>();
  #articles: Promise<readonly string[]> | undefined;

  private constructor(root: string, highlighter: Highlighter, settled: (id: string) => void) {
    this.#root = root;
    this.#highlighter = highlighter;
    this.#lines = remembering(highlighter);
    this.#store = new DraftStore(root);
    this.#trials = new Trials(root, EXAMPLES, settled);
  }

  /** @param settled told the id of an example whose run is over */
  static async open(root: string, settled: (id: string) => void): Promise<Drafts> {
    return new Drafts(root, await Highlighter.create(), settled);
  }

  /** All articles, relative to the project. */
  articles(): Promise<readonly string[]> {
    return (this.#articles ??= articleFiles(this.#root));
  }

  /** Where all examples are, by id. */
  async places(): Promise<readonly (readonly [string, ExamplePlace])[]> {
    return [...(await this.#trials.places())];
  }

  /** Whether a page shows an example, as far as it was ever asked for. */
  shows(href: string, id: string): boolean {
    return this.#pages.get(href)?.ids.has(id) === true;
  }

  /** To be told when a file below the examples was saved, added or taken away. @returns the example's id; undefined where it belongs to none */
  async exampleChanged(path: string, event: 'change' | 'add' | 'unlink'): Promise<string | undefined> {
    const isRecording = parseRecordingName(path) !== undefined;
    if (!isRecording && event !== 'change') this.#trials.relist();
    const places = await this.#trials.places();
    const stem = path.replace(/(?:\.3\.\d+t?)?\.(?:out|err|recorded\.json)$/, '.py');
    const place = [...places.values()].find(({ entry, members }) => entry === stem || members.includes(path));
    if (place !== undefined && !isRecording) this.#trials.saved(place.id);
    return place?.id;
  }

  /** To be told when an article was added or taken away. */
  articlesChanged(): void {
    this.#articles = undefined;
  }

  /** The text that MDX compiles in the place of an article's. */
  async compile(file: string, source: string): Promise<string> {
    const href = articleUrl(file);
    const { plan } = await this.#prepareArticle(href, { file, source, problems: [] });
    const live = join(import.meta.dirname, '../../components/dev/DevSlot.astro');
    const key = (place: number | string): string =>
      this.#store.key(pageName(href), `${plan?.digest}/${place}`);
    return `import Live from ${JSON.stringify(live)};\n\n<Live figure="${key('top')}" />\n\n${plan?.mdx(key) ?? ''}\n`;
  }

  /** Brings what a page shows up to date, and starts what it has to run. */
  async prepare(href: string): Promise<Prepared | undefined> {
    const [, id] = /^\/examples\/(.+)\/$/.exec(href) ?? [];
    if (id !== undefined) return this.#prepareExample(href, id);
    const file = articleOfUrl(href);
    return file === undefined || !existsSync(join(this.#root, file))
      ? undefined
      : this.#prepareArticle(href, readArticleFile(this.#root, file));
  }

  /** The key of what the page of an example shows. */
  exampleFigure(id: string): string {
    return this.#store.key(pageName(exampleUrl(id)), 0);
  }

  /** Rules for all classes that highlighted code uses. */
  tokenCss(): string {
    return this.#highlighter.css();
  }

  /** Ends what runs. */
  async close(): Promise<void> {
    await this.#trials.close();
    this.#store.close();
  }

  async #prepareExample(href: string, id: string): Promise<Prepared | undefined> {
    const look = await this.#trials.look(id);
    if (look === undefined) return undefined;
    const page = this.#page(href);
    page.ids = new Set([id]);
    const file = 'example' in look ? look.example.file : look.file;
    const reference: Reference = {
      component: 'Example',
      props: { file: file.replace(/^[^/]+\//, ''), block: true },
      text: '',
      position: { line: 1, column: 1, start: 0, end: 0 },
      propPositions: {},
    };
    const looks = new Map([[id, look]]);
    const now = shown(
      { kind: 'reference', reference },
      { file, looks, proofs: proofsOf(looks), highlighter: this.#lines, anchors: new Set() },
    );
    if (this.#store.put(this.exampleFigure(id), now)) page.version += 1;
    return { version: page.version, running: 'running' in look && look.running };
  }

  async #prepareArticle(
    href: string,
    { file, source, problems: unreadable }: ArticleFile,
  ): Promise<Prepared & { readonly plan: DraftPlan | undefined }> {
    const page = this.#page(href);
    const problems: Problem[] = [...unreadable];
    const files = projectFiles(this.#root);
    if (source !== page.plan?.source) {
      const planned = planDraft(source, file, files);
      problems.push(...(planned.problems ?? []));
      if (planned.value !== undefined && planned.value.digest !== page.plan?.digest) {
        page.plan = planned.value;
        page.version += 1;
      }
    }
    // Never parsed: a page of what is wrong with it.
    const plan = (page.plan ??= planDraft('', file, files).value);
    if (plan === undefined) return { version: page.version, running: false, plan };
    const { references } = plan.scan;
    const ids = [
      ...new Set(
        references.flatMap(({ props }) => (typeof props.file === 'string' ? [idOf(props.file)] : [])),
      ),
    ];
    page.ids = new Set(ids);
    const looked = await Promise.all(ids.map(async id => [id, await this.#trials.look(id)] as const));
    const looks = new Map(
      looked.filter((each): each is [string, NonNullable<(typeof each)[1]>] => each[1] !== undefined),
    );
    const proofs = new Map(proofsOf(looks));
    // What is not there needs the names of all that are.
    if (looks.size < ids.length)
      for (const [id, { entry }] of await this.#trials.places())
        if (!proofs.has(id)) proofs.set(id, unrun({ id, file: `${EXAMPLES}/${entry}` }));
    const anchors = new Set(plan.scan.headings.map(({ id }) => id));
    const put = (place: string | number, now: Stored): boolean =>
      this.#store.put(this.#store.key(pageName(href), `${plan.digest}/${place}`), now);
    const context = { file, looks, proofs, highlighter: this.#lines, anchors };
    for (const [index, stand] of plan.stands.entries())
      if (put(index, shown(stand, context))) page.version += 1;
    if (plan.source === source) problems.push(...plan.problems);
    problems.push(...(await this.#links(page, file, plan, anchors, files)));
    const messages = problems.map(messageOf);
    if (put('messages', { kind: 'mistake', messages })) page.version += 1;
    put('top', { kind: 'top', version: page.version, messages });
    return {
      version: page.version,
      running: [...looks.values()].some(look => 'running' in look && look.running),
      plan,
    };
  }

  /** Found out again when what they depend on has changed: the text, and which pages and anchors there are. */
  async #links(
    page: DraftPage,
    file: string,
    plan: DraftPlan,
    anchors: ReadonlySet<string>,
    files: ProjectFiles,
  ): Promise<readonly Problem[]> {
    const [articles, examples, key] = [
      await this.articles(),
      await this.#trials.places(),
      [...anchors].join(),
    ];
    const known = page.links;
    if (
      known !== undefined &&
      known.plan === plan &&
      known.articles === articles &&
      known.examples === examples &&
      known.key === key
    )
      return known.problems;
    const problems = await draftLinks(this.#root, file, plan.scan, { articles, examples, anchors, files });
    page.links = { plan, articles, examples, key, problems };
    return problems;
  }

  #page(href: string): DraftPage {
    const known = this.#pages.get(href);
    if (known !== undefined) return known;
    const page: DraftPage = { version: 0, ids: new Set() };
    this.#pages.set(href, page);
    return page;
  }
}

/** `/advanced/multithreading/` → `advanced/multithreading`. */
function pageName(href: string): string {
  return href.slice(1, -1);
}
