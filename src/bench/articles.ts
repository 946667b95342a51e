/** An article of a made site: its name, its text, and its examples with what each prints. */
export interface MadeArticle {
  /** `article_0001` */
  readonly name: string;
  readonly mdx: string;
  readonly examples: readonly MadeExample[];
}

export interface MadeExample {
  /** Below `examples/`: `article_0001/greets.py`. */
  readonly path: string;
  readonly source: string;
  readonly out: string;
}

const WORDS = 'a thread waits for the lock and then counts while another one reads the queue of results that its worker has put there before it ends'.split(' ');

/** Sections of an article, and words of each paragraph; each section has two. */
const SECTIONS = 6;
const PARAGRAPH = 75;

/** The articles of a site of `count`: about 900 words each, six headings, three examples, and links to the articles around it. */
export function madeArticles(count: number): readonly MadeArticle[] {
  return Array.from({ length: count }, (_, index) => madeArticle(index, count));
}

/** Where an article is read: `/advanced/article_0001/`. */
export function madeHref(index: number): string {
  return `/advanced/${nameOf(index)}/`;
}

function madeArticle(index: number, count: number): MadeArticle {
  const name = nameOf(index);
  const examples = [greets(name, index), counts(name, index), keeps(name, index)];
  const sections = Array.from({ length: SECTIONS }, (_, section) => {
    const example = examples[section / 2];
    const link = madeHref((index + section + 1) % count);
    return [`## Section ${section + 1} of ${name}`, paragraph(index + section), `${paragraph(index + section + 7)} See [another article](${link}).`, ...(example === undefined ? [] : [`<Example file="${example.path}" />`])].join('\n\n');
  });
  const head = ['---', `title: Article ${index + 1}`, `summary: What article ${index + 1} of ${count} is about.`, 'level: Beginner', `order: ${index + 1}`, 'updated: 2026-11-01', '---'].join('\n');
  return { name, mdx: `${head}\n\nArticle ${index + 1} begins.\n\n${sections.join('\n\n')}\n`, examples };
}

function greets(name: string, index: number): MadeExample {
  return { path: `${name}/greets.py`, source: `name = "reader ${index}"\nprint(f"Hello, {name}")\n`, out: `Hello, reader ${index}\n` };
}

function counts(name: string, index: number): MadeExample {
  return {
    path: `${name}/counts.py`,
    source: `def squares(last):\n    """All squares up to that of last."""\n    return [number * number for number in range(last + 1)]\n\n\nfor square in squares(${2 + (index % 5)}):\n    print("square", square)\n`,
    out: Array.from({ length: 3 + (index % 5) }, (_, number) => `square ${number * number}\n`).join(''),
  };
}

function keeps(name: string, index: number): MadeExample {
  return {
    path: `${name}/keeps.py`,
    source: `class Shelf:\n    def __init__(self):\n        self.books = []\n\n    def put(self, title):\n        self.books.append(title)\n        return len(self.books)\n\n\nshelf = Shelf()\nprint(shelf.put("Volume ${index}"))\nprint(shelf.books)\n`,
    out: `1\n['Volume ${index}']\n`,
  };
}

function nameOf(index: number): string {
  return `article_${String(index + 1).padStart(4, '0')}`;
}

function paragraph(seed: number): string {
  const words = Array.from({ length: PARAGRAPH }, (_, index) => WORDS[(seed * 7 + index * (1 + (seed % 5))) % WORDS.length]);
  return `${words.join(' ').replace(/^./, (first) => first.toUpperCase())}.`;
}
