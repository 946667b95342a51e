import type { z } from 'zod';

/**
 * Components of this site, by name, each with the props that it takes. To add one, write
 * `src/components/own/<Name>.astro` and a line here; `import { z }` without `type` then. What is between its
 * tags goes into its `<slot />`.
 *
 * @example Badge: z.strictObject({ text: z.string().min(1) }),
 */
export const OWN_COMPONENTS = {} as const satisfies Readonly<Record<string, z.ZodObject>>;
