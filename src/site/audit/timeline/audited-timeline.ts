import { pythonName } from '../../../core/python-version.ts';
import { parseTimeline } from '../../../core/timeline/format-timeline.ts';
import type { Timeline } from '../../../core/timeline/timeline.ts';
import type { AuditedExample } from '../plan/audit-plan.ts';

/** What a site may show of a timeline. */
export interface AuditedTimeline extends Pick<AuditedExample, 'verdict' | 'python' | 'recordings'> {
  /** What is drawn, and the version of CPython that it was recorded with; absent unless it is verified. */
  readonly shown?: { readonly timeline: Timeline; readonly python: string } | undefined;
}

/** What this build knows of the run that was watched → what the site may show of its timeline. */
export function auditedTimeline({ verdict, python, recordings }: AuditedExample): AuditedTimeline {
  const [recording] = recordings;
  const timeline = recording && parseTimeline(recording.out);
  if (timeline === undefined || recording?.receipt === undefined) return { verdict, python, recordings };
  const { python: version, gil = true } = recording.receipt;
  return { verdict, python, recordings, shown: { timeline, python: pythonName({ version, gil }) } };
}
