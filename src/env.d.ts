interface ImportMetaEnv {
  /** How many parts, by its slashes, the path of a download has before its name. */
  readonly TOPIC_DEPTH: number;
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
