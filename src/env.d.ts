interface ImportMetaEnv {
  /** How many parts, by its slashes, the path of a download has before its name. */
  readonly TOPIC_DEPTH: number;
}
declare module 'virtual:verbatim/tokens.css';
declare module 'virtual:verbatim/articles' {
  /** By path relative to the project. */
  const facts: Readonly<Record<string, import('./site/article/article-facts.ts').ArticleFacts>>;
  export default facts;
}
declare module 'virtual:verbatim/examples' {
  const examples: readonly import('./site/figures/example-pages.ts').ExamplePage[];
  export default examples;
}
declare module 'virtual:verbatim/figures' {
  type Registry = typeof import('./site/figures/figure-registry.ts');
  export const loadFigure: Registry['loadFigure'];
}
declare module 'idiomorph/dist/idiomorph.esm.js' {
  /** What of it is used: https://github.com/bigskysoftware/idiomorph */
  export const Idiomorph: {
    readonly morph: (
      old: Element,
      fresh: Element,
      options: {
        readonly morphStyle: 'outerHTML' | 'innerHTML';
        /** Each returns false where a node, or an attribute, stays as it is. */
        readonly callbacks: {
          readonly beforeNodeMorphed: (old: Node, fresh: Node) => boolean;
          readonly beforeAttributeUpdated: (name: string, element: Element) => boolean;
        };
      },
    ) => void;
  };
}
