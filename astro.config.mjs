import { defineConfig } from 'astro/config';
import { astroConfig } from './src/site/render/astro-config.ts';

// For the dev server, `astro check` and editors. `npm run build` calls the same function with a prepared site.
export default defineConfig(astroConfig());
