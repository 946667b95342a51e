// What pages import from the modules that have no file: see virtual-modules.ts.
declare module 'virtual:verbatim/tokens.css';
declare module 'virtual:verbatim/articles' {
  /** By path relative to the project. */
  const facts: Readonly<Record<string, import('../article/article-facts.ts').ArticleFacts>>;
  export default facts;
}
declare module 'virtual:verbatim/examples' {
  const examples: readonly import('../figures/example-pages.ts').ExamplePage[];
  export default examples;
}
declare module 'virtual:verbatim/build' {
  const build: import('../prepare/build-facts.ts').BuildFacts;
  export default build;
}
declare module 'virtual:verbatim/glossary' {
  const terms: readonly import('../glossary/glossary.ts').GlossaryTerm[];
  export default terms;
}
declare module 'virtual:verbatim/figures' {
  type Registry = typeof import('../figures/figure-registry.ts');
  export const loadFigure: Registry['loadFigure'];
}
