import { expect, test } from 'vitest';
import { differencePicture } from '../../../../src/core/pictures/difference-picture.ts';
import { type Bitmap, isBitmap } from '../../../../src/core/pictures/bitmap.ts';
import { readPng } from '../../../../src/core/pictures/read-png.ts';
import { BLACK, pngOf } from '../../../fixtures/artifacts/pictures.ts';

function bitmapOf(bytes: Uint8Array): Bitmap {
  const read = readPng(bytes);
  if (!isBitmap(read)) throw new Error(read.fault);
  return read;
}

const pixel = ({ data, width }: Bitmap, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];

test('shows before, after, and what differs in red, side by side', () => {
  const before = bitmapOf(pngOf(10, 10));
  const after = bitmapOf(pngOf(10, 10, [{ x: 4, y: 4, width: 3, height: 3, color: BLACK }]));
  const drawn = bitmapOf(differencePicture(before, after, 0.1));
  expect([drawn.width, drawn.height]).toEqual([62, 26]);
  expect(pixel(drawn, 0, 0)).toEqual([128, 128, 128, 255]);
  expect(pixel(drawn, 8 + 5, 8 + 5)).toEqual([255, 255, 255, 255]);
  expect(pixel(drawn, 26 + 5, 8 + 5)).toEqual([0, 0, 0, 255]);
  expect(pixel(drawn, 44 + 5, 8 + 5)).toEqual([255, 0, 0, 255]);
});

test('pictures of two sizes, and clear ones, are on white', () => {
  const drawn = bitmapOf(
    differencePicture(bitmapOf(pngOf(4, 8, [], [0, 0, 0, 0])), bitmapOf(pngOf(6, 3, [], BLACK)), 0.1),
  );
  expect([drawn.width, drawn.height]).toEqual([3 * 14 + 8, 24]);
  expect(pixel(drawn, 8, 8)).toEqual([255, 255, 255, 255]);
  expect(pixel(drawn, 8 + 14, 8)).toEqual([0, 0, 0, 255]);
  expect(pixel(drawn, 8 + 14, 8 + 7)).toEqual([255, 255, 255, 255]);
});
