import type { BenchmarkArticle, BenchmarkSample } from './site-text.ts';

/** How a site writes what is not plain Markdown. */
interface Dialect {
  readonly sample: (sample: BenchmarkSample) => string;
  readonly callout: (text: string) => string;
}

/** Ours: examples and callouts are components. */
export const VERBATIM: Dialect = {
  sample: ({ id }) => `<Example file="${id}.py" />`,
  callout: text => `<Note>\n\n${text}\n\n</Note>`,
};

/** The same text where nothing is run: code and output as fences, callouts as quotations. */
export const PLAIN: Dialect = {
  sample: ({ source, out }) => `\`\`\`python\n${source}\`\`\`\n\n\`\`\`text\n${out}\`\`\``,
  callout: text => `> **Note**\n>\n> ${text}`,
};

/** An article → MDX: six headings, an example in every other section, two callouts, and a link to each neighbour of its track. */
export function articleMdx(
  article: BenchmarkArticle,
  neighbours: readonly BenchmarkArticle[],
  { sample, callout }: Dialect,
): string {
  const { title, order, sections, examples } = article;
  const links = neighbours.map(({ track, slug, title: name }) => `[${name}](/${track}/${slug}/)`);
  const parts = sections.map((paragraphs, index) => {
    const [first = '', ...rest] = paragraphs;
    const example = examples[index / 2];
    return [
      `## Section ${index + 1} of ${title}`,
      first,
      ...(example === undefined ? [] : [sample(example)]),
      ...(index === 1 || index === 4 ? [callout(rest[0] ?? ''), ...rest.slice(1)] : rest),
    ].join('\n\n');
  });
  const head = `---\ntitle: ${title}\nsubtitle: What ${title.toLowerCase()} is about\nsummary: An article of a generated site, as long as a tutorial is.\nlevel: Beginner\norder: ${order}\nupdated: 2026-01-01\n---`;
  return `${[head, ...parts, `See also ${links.join(' and ')}.`].join('\n\n')}\n`;
}
