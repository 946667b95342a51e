import { createRequire } from 'node:module';
import type * as htmlparser2 from 'htmlparser2';
import type * as imageSize from 'image-size';
import type * as pixelmatch from 'pixelmatch';
import type * as pngjs from 'pngjs';
import type * as saxes from 'saxes';

// Loading them takes 30 ms, which no command pays whose samples leave no picture.
const load = createRequire(import.meta.url);

/** Libraries that read, write and compare pictures. Each is loaded when it is first used. */
export const LIBRARIES = {
  htmlparser2: () => load('htmlparser2') as typeof htmlparser2,
  imageSize: () => load('image-size') as typeof imageSize,
  pixelmatch: () => load('pixelmatch') as typeof pixelmatch,
  pngjs: () => load('pngjs') as typeof pngjs,
  saxes: () => load('saxes') as typeof saxes,
} as const;
