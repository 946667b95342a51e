import { expect, test } from 'vitest';
import { base64, type BrowserSample } from '../../../../src/core/browser/browser-sample.ts';
import { sampleWith, sourceOf } from '../../../../src/client/run/sample-with.ts';

const encoded = (text: string): string => base64(new TextEncoder().encode(text));
const SAMPLE: BrowserSample = {
  entry: 'main.py',
  files: { 'main.py': encoded('\uFEFFprint("é 🐍")\r\n'), 'data.txt': encoded('data') },
  args: ['a'],
  env: {},
  stdin: '1\n',
};

test('a sample that nobody changed stays as it is, byte for byte', () => {
  expect(sampleWith(SAMPLE, {})).toEqual(SAMPLE);
});

test('a change takes the place of the file that runs, and of the input, alone', () => {
  const changed = sampleWith(SAMPLE, { source: 'print("ü")\n', stdin: '' });
  expect(sourceOf(changed)).toBe('print("ü")\n');
  expect(changed).toEqual({
    ...SAMPLE,
    stdin: '',
    files: { ...SAMPLE.files, 'main.py': expect.any(String) },
  });
});
