import type { Words } from '../en/en.ts';
import { deFigure } from './figure.ts';
import { deFrame } from './frame.ts';

/** The words of the site in German. */
export const de: Words = { figure: deFigure, frame: deFrame };
