import type { SiteSettings } from './site-settings.ts';

/** Where readers report something; undefined if the settings do not say it. */
export function issuesUrl({
  issues,
  repository,
}: Pick<SiteSettings, 'issues' | 'repository'>): string | undefined {
  if (issues !== undefined) return issues;
  const [, owner, name] = /^https:\/\/github\.com\/([^/]+)\/([^/]+)(?:\/|$)/.exec(repository ?? '') ?? [];
  return owner && name && `https://github.com/${owner}/${name}/issues/new`;
}

/** An address at which a form has this title and this text. Nothing is sent before the reader sends it. */
export function issueUrl(form: string, title: string, body: string): string {
  const url = new URL(form);
  url.searchParams.set('title', title);
  url.searchParams.set('body', body);
  return url.href;
}
