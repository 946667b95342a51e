import type { AstroIntegration } from 'astro';
import type { UserConfig } from 'vite';

/** Bytes of a bundle: some thirty articles. */
const MOST = 300_000;

/** Bundles the articles many to a file. Alone, each would be two files, and to find, to read and to link them would take longer than to render the page. */
export const ARTICLE_BUNDLES: UserConfig = {
  environments: {
    prerender: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [{ name: 'articles', test: /\/content\/.*\.mdx/, maxSize: MOST }],
            },
          },
        },
      },
    },
  },
};

/** What articles share stays where it is; that needs files which may export more than was asked of them, and here Astro has a setting of its own. */
export const allowBundles: NonNullable<AstroIntegration['hooks']['astro:build:setup']> = ({
  vite,
  target,
}) => {
  const options = vite.environments?.prerender?.build?.rolldownOptions;
  if (target === 'server' && options !== undefined) options.preserveEntrySignatures = 'allow-extension';
};
