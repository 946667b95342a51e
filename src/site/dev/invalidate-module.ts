import { type EnvironmentModuleNode, isRunnableDevEnvironment, type ViteDevServer } from 'vite';

/** Modules by which Astro gives a page its styles: they hold the text of style sheets. */
const STYLES_OF_PAGES = /^\0virtual:astro:dev-css:/;

/**
 * Lets what a dev server made of a file be made anew when it is next asked for, and all that holds something of it: of an article
 * that is nothing, as pages import articles when they show them.
 */
export async function invalidate(server: ViteDevServer, file: string): Promise<void> {
  const timestamp = Date.now();
  for (const environment of Object.values(server.environments)) {
    const { moduleGraph } = environment;
    const modules = [
      ...(moduleGraph.getModulesByFile(file) ?? []),
      ...[moduleGraph.getModuleById(file)].filter(module => module !== undefined),
    ];
    if (modules.length === 0) continue;
    if (environment.name === 'client') {
      for (const module of modules) await environment.reloadModule(module);
      continue;
    }
    const stale = new Set<EnvironmentModuleNode>(modules);
    if (file.endsWith('.mdx')) for (const module of modules) module.transformResult = null;
    else {
      const held = file.endsWith('.css')
        ? [...moduleGraph.idToModuleMap]
            .filter(([id]) => STYLES_OF_PAGES.test(id))
            .map(([, module]) => module)
        : [];
      stale.clear();
      for (const module of [...modules, ...held])
        moduleGraph.invalidateModule(module, stale, timestamp, true);
    }
    if (!isRunnableDevEnvironment(environment)) continue;
    const { evaluatedModules } = environment.runner;
    for (const { id } of stale) {
      const evaluated = id === null ? undefined : evaluatedModules.getModuleById(id);
      if (evaluated !== undefined) evaluatedModules.invalidateModule(evaluated);
    }
  }
}
