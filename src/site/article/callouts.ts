/** Components that set a remark apart from the text, each with its class in `styles/article/prose.css`. */
export const CALLOUTS = { Note: 'note', Tip: 'tip', Warning: 'warning' } as const;

export type Callout = keyof typeof CALLOUTS;

export const CALLOUT_NAMES = Object.keys(CALLOUTS) as readonly Callout[];

export function isCallout(name: string): name is Callout {
  return Object.hasOwn(CALLOUTS, name);
}
