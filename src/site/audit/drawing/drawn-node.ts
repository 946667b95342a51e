import { classesOf, type PageNode } from '../tree/page-tree.ts';

/** An element by its name, its classes and the attributes that are asked for, sorted by name. */
export function selectorOf(node: PageNode, isAsked: (name: string) => boolean): string {
  const claims = Object.entries(node.attribs ?? {})
    .filter(([name]) => isAsked(name))
    .map(([name, value]) => `[${name}=${value}]`)
    .toSorted((one, other) => (one < other ? -1 : 1));
  return [node.name, ...classesOf(node).map(name => `.${name}`), ...claims].join('');
}

/** The places and sizes of an element. */
export type Places = Readonly<
  Partial<Record<'x' | 'y' | 'width' | 'height' | 'x1' | 'y1' | 'x2' | 'y2', number>>
>;

/** The numbers among the attributes of an element. What is no number is NaN, which no comparison accepts. */
export function attributesOf({ attribs = {} }: PageNode): Places {
  const numbers = ['x', 'y', 'width', 'height', 'x1', 'y1', 'x2', 'y2'].filter(name => name in attribs);
  return Object.fromEntries(numbers.map(name => [name, drawnNumber(attribs[name])]));
}

/** A number as a drawing writes it, in tenths; NaN for anything else, such as `10%` or `1e3`. */
export function drawnNumber(text = ''): number {
  return /^-?\d+(?:\.\d)?$/.test(text) ? Number(text) : Number.NaN;
}

/** A value of the data that a shape stands for. */
export function dataOf({ attribs = {} }: PageNode, name: string): number {
  return secondsIn(attribs[`data-${name}`]);
}

/** A time, or another number of the data. */
export function secondsIn(text = ''): number {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** A part of a path: its letter, and its numbers. */
export type Command = readonly [letter: string, ...numbers: number[]];

/** A path → its parts; none if it has anything else than letters with their numbers. */
export function commandsOf({ attribs = {} }: PageNode): readonly Command[] {
  const { d = '' } = attribs;
  if (!/^M[\dMLHVhvz. -]+$/.test(d)) return [];
  return [...d.matchAll(/([MLHVhvz])([\d. -]*)/g)].map(([, letter = '', numbers = '']): Command => [
    letter,
    ...numbers.split(' ').filter(Boolean).map(drawnNumber),
  ]);
}

/** Where a point is: along the lanes, in the direction of time, and across them. */
export interface Point {
  readonly along: number;
  readonly across: number;
}

/** In which direction lanes go. */
export type Form = 'wide' | 'tall';

/** x and y → along and across. */
export function pointOf(form: Form, x = Number.NaN, y = Number.NaN): Point {
  return form === 'wide' ? { along: x, across: y } : { along: y, across: x };
}

/** Drawings round to tenths, on both sides of a comparison. */
const TOLERANCE = 0.21;

/** Whether two places are the same. NaN is at no place. */
export function isAt(one: number, other: number, tolerance = TOLERANCE): boolean {
  return Math.abs(one - other) <= tolerance;
}

/** Whether a text is one that is shown, or its beginning with `…`. */
export function isCutOf(shown: string, whole: string): boolean {
  const isCut = shown.endsWith('…') && shown.length > 1;
  return shown === whole || (isCut && whole.startsWith(shown.slice(0, -1)));
}
