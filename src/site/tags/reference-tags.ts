/** Tags that refer to examples, each with its props that name them. */
export const REFERENCE_PROPS = {
  Example: ['file'],
  Output: ['file'],
  Timeline: ['file'],
  Value: ['file'],
  Ratio: ['of', 'to'],
  Exercise: ['start', 'solution'],
  // Its sample is shown elsewhere.
  Predict: ['file'],
  ...{ Since: [], Term: [] },
} as const;

export type ReferenceName = keyof typeof REFERENCE_PROPS;

/** Whether a tag of this name refers to examples. */
export function isReference(name: string): name is ReferenceName {
  return Object.hasOwn(REFERENCE_PROPS, name);
}

/** The examples that a tag names, as they are written. */
export function filesOf(name: ReferenceName, props: Readonly<Record<string, unknown>>): readonly string[] {
  return REFERENCE_PROPS[name].map(prop => props[prop]).filter(each => typeof each === 'string');
}
