import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';

/**
 * Has an article compiled again when it is next rendered. Nothing that imports it is evaluated again: pages
 * import it when they render it.
 */
export function invalidateArticle(server: ViteDevServer, file: string): void {
  for (const environment of Object.values(server.environments)) {
    if (!isRunnableDevEnvironment(environment)) continue;
    const { evaluatedModules } = environment.runner;
    for (const module of environment.moduleGraph.getModulesByFile(file) ?? []) module.transformResult = null;
    for (const module of evaluatedModules.getModulesByFile(file) ?? [])
      evaluatedModules.invalidateModule(module);
  }
}
