import { expect, test } from 'vitest';
import { auditedSteps } from '../../../../../src/site/audit/plan/proof/audited-steps.ts';
import { versionSteps } from '../../../../../src/site/figures/changes/version-steps.ts';
import { HISTORIES } from '../../../../fixtures/versions.ts';

test.for(HISTORIES)('%s: each version follows the one before it', ([, recorded, steps]) => {
  const found = versionSteps(recorded).filter(({ before, after }) => before.out !== after.out);
  expect(found.map(({ tag, than }) => `${tag} after ${than}`)).toEqual(steps);
});

test.for(HISTORIES)('%s: the audit finds the same with code of its own', ([, recorded, steps]) => {
  const found = auditedSteps(recorded, () => true).map(({ tag, than }) => `${tag} after ${than}`);
  expect(found.toSorted()).toEqual(steps.toSorted());
});
