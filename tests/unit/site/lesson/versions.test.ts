import { expect, test } from 'vitest';
import { versionsOfBadges } from '../../../../src/site/lesson/versions.ts';

test('versions come by their numbers, the newest first and each once', () => {
  const marks = ['3.9', '3.15', '3.12', '3.9', '3.10'].map(version => ({ version }));
  expect(versionsOfBadges(marks)).toEqual(['3.15', '3.12', '3.10', '3.9']);
});
