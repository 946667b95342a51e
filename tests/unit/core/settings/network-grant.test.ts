import { describe, expect, test } from 'vitest';
import { missingGrant, unusedGrants } from '../../../../src/core/settings/network-grant.ts';
import { exampleOf, sourceOf } from '../../../fixtures/examples.ts';

const online = exampleOf(sourceOf('timeout = 3\nnetwork = true'));
const offline = exampleOf(sourceOf('network = false'));

describe('the right to the network', () => {
  test('is the project’s to grant: a sample without the grant is refused, with the line to add', () => {
    expect(missingGrant(online, [])).toEqual({
      file: 'examples/topic/sample.py',
      line: 4,
      column: 3,
      title: 'The sample asks for the network, which the project does not grant it.',
      remedy: "Remove network = true, or grant it in src/site.config.ts: network: ['topic/sample'],",
    });
  });

  test('keeps the grants that there are in the line to add', () => {
    expect(missingGrant(online, ['other/*', 'topic/sampl'])?.remedy).toMatch(
      /network: \['other\/\*', 'topic\/sampl', 'topic\/sample'\],$/,
    );
  });

  test.for([['topic/sample'], ['topic/*'], ['other/one', 'topic/s*']])('is given by %j', grants => {
    expect(missingGrant(online, grants)).toBeUndefined();
    expect(unusedGrants([online], grants.slice(-1))).toEqual([]);
  });

  test('is not needed by a sample that does not ask for it', () => {
    expect(missingGrant(offline, [])).toBeUndefined();
  });

  test('is a problem if no sample uses it', () => {
    expect(unusedGrants([online, offline], ['topic/sample', 'gone/*'])).toEqual([
      {
        file: 'src/site.config.ts',
        title: 'network grants "gone/*", and no sample of that name has network = true.',
        remedy: "Remove 'gone/*' from network.",
      },
    ]);
    expect(unusedGrants([offline], ['topic/sample'])).toHaveLength(1);
  });
});
