import { defineConfig } from 'astro/config';

// Also where Astro is started directly: it sends no telemetry, and does not look for a newer version. Set
// before anything that can fail, because Astro reports that too.
Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' });
const { astroConfig } = await import('./src/site/render/astro-config.ts');

// For the dev server, `astro check` and editors. `npm run build` calls the same function with a prepared site.
export default defineConfig(astroConfig());
