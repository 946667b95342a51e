import { pythonName } from '../../../core/python-version.ts';
import type { Receipt } from '../../../core/verdict/recording.ts';
import { artifactEntry, digestOf } from './artifacts/audited-artifact.ts';
import type { AuditedExample, AuditedTimeline, AuditPlan } from './audit-plan.ts';
import { browserEntry, browserText } from './browser/expected-browser.ts';

/** The sentence about recordings that this build did not verify. */
export function otherVersionsText(versions: string): string {
  const recorded = `What CPython ${versions} prints was recorded too`;
  return `${recorded}; this build did not verify it, so it is not shown.`;
}

/** Where none of the lines of a variant that are shown is changed. */
export const changedElsewhere = 'The change is outside of what is shown here.';

/** In the place of an output that is not recorded. */
export const differsAlways = 'It does something else in every run, so no output is shown.';

/** The sentence about a verification, without its full stop. */
export function verifiedText(example: AuditedExample): string {
  const differs = example.change === undefined ? '' : ': does something else than as written';
  return `Verified with CPython ${example.python}${surroundingText(example)}${differs}`;
}

/** What `/verified.json` holds of an example. */
export function verifiedEntry(example: AuditedExample, base: string): unknown {
  const { id, variants, timeline } = example;
  return {
    id,
    page: `${base}/examples/${id}/`,
    ...verifiedFacts(example, base),
    packages: example.packages.map(each => {
      const [name, version] = each.split(' ');
      return { name, version };
    }),
    variants: variants.map(each => ({ name: each.change?.name, ...verifiedFacts(each, base) })),
    timeline: timeline === undefined ? null : timelineFacts(timeline, base),
  };
}

function verifiedFacts(example: AuditedExample, base: string): object {
  const { download, verdict, python, promise, recordings, change } = example;
  return {
    download: `${base}/${download}`,
    verdict,
    python: python ?? null,
    promise: change?.isRecorded === false ? 'something else than as written' : (promise ?? 'every byte'),
    recordings: acceptedRecordings(recordings, base),
    browser: browserEntry(example),
  };
}

function timelineFacts({ verdict, python, recordings }: AuditedTimeline, base: string): object {
  return { verdict, python: python ?? null, recordings: acceptedRecordings(recordings, base) };
}

function acceptedRecordings(recordings: AuditedExample['recordings'], base: string): object[] {
  return recordings.flatMap(({ python: by, receipt, artifacts }) =>
    receipt === undefined
      ? []
      : [
          {
            python: by,
            accepted: acceptedBy(receipt),
            runs: receipt.runs,
            sha256: receipt.sha256,
            artifacts: artifacts.map(artifact => artifactEntry(artifact, base)),
          },
        ],
  );
}

/** The lines of the list that the page of an example has below its figure. */
export function expectedFacts(example: AuditedExample, proved: AuditPlan['browser']): string[] {
  const { promise, requiresPython, packages, otherVersions, variants, timeline } = example;
  const fact = (name: string, value: string): string[] => [`dt: ${name}`, `dd: ${value}`];
  const inBrowser = (name: string, of: AuditedExample): string[] => {
    const text = browserText(of, proved);
    return text === undefined ? [] : fact(name, text);
  };
  const ran = ({ verdict, python }: Pick<AuditedExample, 'verdict' | 'python'>): string =>
    `${verdict}${python === undefined ? '' : ` with CPython ${python}`}`;
  const accepted = ({
    recordings,
    outcomes,
  }: Pick<AuditedExample, 'recordings'> & Partial<Pick<AuditedExample, 'outcomes'>>): string[] =>
    recordings.flatMap(({ python: by, receipt, artifacts }) => {
      if (receipt === undefined) return [];
      const runs = `${receipt.runs} ${receipt.runs === 1 ? 'run' : 'runs'}`;
      const [verb, how] =
        outcomes === undefined
          ? ['Accepted', `after ${runs} that agreed, under different conditions`]
          : ['Counted', `in ${runs}`];
      const of = recordings.length > 1 ? `, of what CPython ${by} prints` : '';
      return [
        ...fact(`${verb}${of}`, `${how}, with CPython ${acceptedBy(receipt)}`),
        'dt: SHA-256 of the recording',
        `code.digest: ${receipt.sha256}`,
        ...artifacts.flatMap(each => [`dt: SHA-256 of ${each.name}`, `code.digest: ${digestOf(each)}`]),
      ];
    });
  return [
    'dl.facts-list: ',
    ...fact('Verdict of this build', ran(example)),
    ...fact('Promise', promise ?? 'Every byte of the output is as shown.'),
    ...(requiresPython === undefined ? [] : fact('Needs', `Python ${requiresPython}`)),
    ...(packages.length === 0 ? [] : fact('Packages', packages.join(', '))),
    ...inBrowser('In the browser', example),
    ...accepted(example),
    ...variants.flatMap(variant => [
      ...fact(
        (variant.change?.name ?? '').replace(/^./, letter => letter.toUpperCase()),
        `${ran(variant)}${variant.verdict === 'verified' ? ': does something else' : ''}`,
      ),
      ...inBrowser(`In the browser, ${variant.change?.name}`, variant),
      ...accepted(variant),
    ]),
    ...(timeline === undefined ? [] : [...fact('Timeline', ran(timeline)), ...accepted(timeline)]),
    ...(otherVersions === undefined
      ? []
      : fact('Not verified by this build', otherVersionsText(otherVersions))),
  ];
}

function acceptedBy({ python, gil }: Receipt): string {
  return pythonName({ version: python, gil: gil ?? true });
}

/** What follows the versions in a sentence about a verification. */
export function surroundingText({
  ownPackages,
  network,
}: Pick<AuditedExample, 'ownPackages' | 'network'>): string {
  return [...ownPackages, ...(network ? ['with network'] : [])].map(each => `, ${each}`).join('');
}
