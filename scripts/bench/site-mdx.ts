import type { BenchmarkArticle, BenchmarkSample } from './site-text.ts';

/** How a site writes what Markdown has no syntax for. */
interface Dialect {
  readonly sample: (sample: BenchmarkSample) => string;
  readonly callout: (text: string) => string;
}

/** Our site: examples and callouts are components. */
export const VERBATIM_DIALECT: Dialect = {
  sample: ({ id }) => `<Example file="${id}.py" />`,
  callout: text => `<Note>\n\n${text}\n\n</Note>`,
};

/** A site that runs nothing: code and outputs are fences, callouts are quotations. */
export const PLAIN_DIALECT: Dialect = {
  sample: ({ source, out }) => `\`\`\`python\n${source}\`\`\`\n\n\`\`\`text\n${out}\`\`\``,
  callout: text => `> **Note**\n>\n> ${text}`,
};

/** Article → MDX: six sections, an example in every other one, two callouts, a link to each neighbor. */
export function articleMdx(
  article: BenchmarkArticle,
  neighbors: readonly BenchmarkArticle[],
  { sample, callout }: Dialect,
): string {
  const { title, order, sections, examples } = article;
  const links = neighbors.map(({ track, slug, title: name }) => `[${name}](/${track}/${slug}/)`);
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
  const head = `---
title: ${title}
subtitle: What ${title.toLowerCase()} is about
summary: An article of a generated site, as long as a tutorial is.
level: Beginner
order: ${order}
updated: 2026-01-01
---`;
  return `${[head, ...parts, `See also ${links.join(' and ')}.`].join('\n\n')}\n`;
}
