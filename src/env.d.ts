declare module 'virtual:verbatim/tokens.css';
declare module 'virtual:verbatim/articles' {
  /** By path relative to the project. */
  const facts: Readonly<Record<string, import('./site/desk.ts').ArticleFacts>>;
  export default facts;
}
declare module 'virtual:verbatim/examples' {
  const examples: readonly import('./site/example-pages.ts').ExamplePage[];
  export default examples;
}
