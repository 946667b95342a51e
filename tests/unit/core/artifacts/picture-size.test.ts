import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pictureSize } from '../../../../src/core/artifacts/picture-size.ts';
import { drawnSize } from '../../../../src/site/audit/plan/artifacts/drawn-size.ts';

const svg = (attributes: string, before = ''): Uint8Array =>
  Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}></svg>`);

test.for([
  ['width="300" height="200"', [300, 200]],
  ['width="460.8pt" height="345.6pt" viewBox="0 0 460.8 345.6"', [614, 461]],
  ['width="2in" height="2.54cm"', [192, 96]],
  ['width="10mm" height="40Q"', [38, 38]],
  ['width="6pc" height="10em"', [96, 160]],
  ['viewBox="0 0 120 80"', [120, 80]],
  ['viewBox="0,0,120,80"', [120, 80]],
  ['width="100%" height="100%" viewBox="0 0 120 80"', [120, 80]],
  ['width="60" viewBox="0 0 120 80"', [60, 40]],
  ['height="40px" viewBox="-60 -40 120 80"', [60, 40]],
] as const)('a drawing with %s has its size in pixels', ([attributes, [width, height]]) => {
  const bytes = svg(attributes);
  expect(pictureSize('a.svg', bytes)).toEqual({ width, height });
  expect(drawnSize('a.svg', bytes)).toEqual({ width, height });
});

test('a drawing in a comment is not the drawing', () => {
  const bytes = svg('width="30" height="20"', '<?xml version="1.0"?>\n<!-- <svg width="1" height="2"> -->\n');
  expect([pictureSize('a.svg', bytes), drawnSize('a.svg', bytes)]).toEqual([
    { width: 30, height: 20 },
    { width: 30, height: 20 },
  ]);
});

test.for(['', 'width="10"', 'width="0" height="0"', 'viewBox="0 0 0 0"', 'viewBox="none"'])(
  'a drawing with %j has no size',
  attributes => {
    expect(pictureSize('a.svg', svg(attributes))).toBeUndefined();
    expect(drawnSize('a.svg', svg(attributes))).toBeUndefined();
  },
);

test.for(['png', 'jpg', 'gif', 'webp'] as const)('a %s has the size of its pixels', async ending => {
  const picture = sharp({ create: { width: 31, height: 17, channels: 3, background: '#0b6b50' } });
  const bytes = await picture.toFormat(ending === 'jpg' ? 'jpeg' : ending).toBuffer();
  expect(pictureSize(`a.${ending}`, bytes)).toEqual({ width: 31, height: 17 });
  expect(drawnSize(`a.${ending}`, bytes)).toEqual({ width: 31, height: 17 });
});

test('a photo that browsers turn has the size that they show', async () => {
  const picture = sharp({ create: { width: 31, height: 17, channels: 3, background: '#0b6b50' } });
  const bytes = await picture.withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(pictureSize('a.jpg', bytes)).toEqual({ width: 17, height: 31 });
  expect(drawnSize('a.jpg', bytes)).toEqual({ width: 17, height: 31 });
});

test('what is no picture has no size', () => {
  expect(pictureSize('a.png', Buffer.from('hello'))).toBeUndefined();
  expect(pictureSize('a.svg', Buffer.from('<html width="1" height="1"/>'))).toBeUndefined();
});
