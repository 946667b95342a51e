import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';

/** Modules by which Astro gives a page its styles: they hold the text of style sheets. */
const STYLES_OF_PAGES = /^\0virtual:astro:dev-css:/;

/** Lets what a dev server made of a file, and all that holds something of it, be made anew when it is next asked for. */
export async function invalidate(server: ViteDevServer | undefined, file: string): Promise<void> {
  const timestamp = Date.now();
  for (const environment of Object.values(server?.environments ?? {})) {
    const { moduleGraph } = environment;
    const modules = [...(moduleGraph.getModulesByFile(file) ?? []), ...[moduleGraph.getModuleById(file)].filter((module) => module !== undefined)];
    if (modules.length === 0) continue;
    if (environment.name === 'client') {
      for (const module of modules) await environment.reloadModule(module);
      continue;
    }
    const seen: Parameters<typeof moduleGraph.invalidateModule>[1] = new Set();
    for (const module of modules) moduleGraph.invalidateModule(module, seen, timestamp, true);
    if (file.endsWith('.css')) for (const [id, module] of moduleGraph.idToModuleMap) if (STYLES_OF_PAGES.test(id)) moduleGraph.invalidateModule(module, seen, timestamp, true);
    if (!isRunnableDevEnvironment(environment)) continue;
    const { evaluatedModules } = environment.runner;
    for (const { id } of seen ?? []) {
      const evaluated = id === null ? undefined : evaluatedModules.getModuleById(id);
      if (evaluated !== undefined) evaluatedModules.invalidateModule(evaluated);
    }
  }
}
