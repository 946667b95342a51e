import { posix } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import { nearest, pathSuggestion, suggestion } from '../../core/problems/suggest.ts';
import type { Link } from '../article/parse-mdx.ts';
import { articleUrl, linkableUrls, type SiteContents } from '../routes.ts';
import type { OtherAddresses } from './front-matter/other-addresses.ts';
import { type Finding, problemsAt } from './problems-at.ts';
import { type ProjectFiles, PUBLIC } from './check-files.ts';

/** What a link may lead to. */
export interface LinkTargets {
  /** The anchors of each page, by its URL path; undefined if they are not known. */
  readonly pages: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** URL paths of the files that the site makes. */
  readonly files: readonly string[];
  /** Whether a file lies in `src/public`. */
  readonly isPublic: (url: string) => boolean;
  /** Where the site is published: `https://verbatim.example`. */
  readonly site: string;
  /** Addresses that a link must not have, each with the reason. */
  readonly others?: OtherAddresses | undefined;
}

/** @param anchors those of the pages whose anchors are known, by URL path */
export function linkTargets(
  contents: SiteContents,
  anchors: ReadonlyMap<string, ReadonlySet<string> | undefined>,
  files: ProjectFiles,
  site: string,
): LinkTargets {
  const urls = linkableUrls(contents);
  return {
    pages: new Map(urls.filter(isPage).map(url => [url, anchors.get(url)])),
    files: urls.filter(url => !isPage(url)),
    isPublic: url => files.has(`${PUBLIC}${url}`),
    site,
  };
}

const isPage = (url: string): boolean => url.endsWith('/');

/** Links of an article to pages, files and anchors of this site that do not exist. */
export function linkProblems(links: readonly Link[], file: string, targets: LinkTargets): Problem[] {
  return problemsAt(links, file, ({ url }) => [deadLink(url, file, targets)]);
}

/** Where links may lead: other sites, addresses of mail, and this site. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** Links of an article that lead nowhere, or that may run something, whatever the site contains. */
export function addressProblems(links: readonly Link[], file: string): Problem[] {
  return problemsAt(links, file, ({ url, label }) => {
    const scheme = URL.parse(url, 'https://site.invalid/')?.protocol ?? 'https:';
    return [
      (url.trim() === '' || url === '#') && {
        title: 'A link without an address.',
        remedy: `[${label?.trim() || 'text'}](/track/article/)`,
      },
      label?.trim() === '' && {
        title: `A link to "${url}" without a text.`,
        remedy: `[What is there](${url})`,
      },
      !SCHEMES.has(scheme) && {
        title: `A link leads to a page, by http, https or a path, or to mailto; this one is "${url}".`,
        remedy: 'For example: https://docs.python.org/3/ or /advanced/locks/',
      },
    ];
  });
}

function deadLink(url: string, file: string, targets: LinkTargets): Finding | undefined {
  const { pages, files, isPublic, site } = targets;
  const absolute = ownPath(url, site);
  if (absolute !== undefined)
    return {
      title: `A link to a page of this site begins with its path; this one is "${url}".`,
      remedy: deadLink(absolute, file, targets)?.remedy ?? absolute,
    };
  const local = ownMachine(url);
  if (local !== undefined)
    return {
      title: `"${url}" leads to the machine of the reader: no page is there.`,
      remedy:
        local !== '/' && pages.has(local.split('#')[0] ?? '')
          ? `The path of the page: ${local}`
          : `As code, which is no link: \`${url}\``,
    };
  const target = resolveLink(url, articleUrl(file));
  if (target === undefined)
    return { title: `"${url}" is no address.`, remedy: 'For example: /advanced/locks/#deadlocks' };
  if (target === 'another site') return undefined;
  const { path, anchor } = target;
  const other = targets.others?.get(path);
  if (other !== undefined) return other;
  if (pages.has(path)) return deadAnchor(target, file, pages.get(path));
  const hash = anchor === '' ? '' : `#${anchor}`;
  if (pages.has(`${path}/`))
    return {
      title: `The address of a page ends with a slash; this link is "${url}".`,
      remedy: `${path}/${hash}`,
    };
  if (HOST.test(url))
    return { title: `"${url}" is the name of another site, without https://.`, remedy: `https://${url}` };
  if (!/\.\w+$/.test(path)) return { title: `There is no page ${path}.`, remedy: pageNear(path, pages) };
  if (files.includes(path) || isPublic(path)) return undefined;
  const page = pageOfSource(url, file) ?? `${path.replace(/\.mdx?$/, '')}/`;
  if (pages.has(page))
    return {
      title: `A link leads to the address of a page; this one is "${url}".`,
      remedy: `${page}${hash}`,
    };
  const meant = nearest(path, files);
  return {
    title: `There is no file ${path}.`,
    remedy: meant === undefined ? `Put it there: ${PUBLIC}${path}` : `Did you mean "${meant}"?`,
  };
}

/** A name of a host that nothing but a page on it follows. */
const HOST = /^(?:[a-z0-9-]+\.)+(?:org|com|net|io|dev|edu|gov|info|app|[a-df-ln-oq-z][a-z])(?:\/|$)/i;

/** The path of a link to the machine that shows the page, as a browser has it while one writes. */
function ownMachine(url: string): string | undefined {
  const link = /^https?:/i.test(url) ? URL.parse(url) : null;
  const isOwn = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(
    link?.hostname ?? '',
  );
  return link && isOwn ? `${link.pathname}${link.hash}` : undefined;
}

/** The page that was most likely meant, or those that articles have. */
function pageNear(path: string, pages: LinkTargets['pages']): string {
  const all = [...pages.keys()];
  return pathSuggestion(
    path,
    all,
    all.filter(page => !/^\/(?:examples\/.|verified\/)/.test(page)),
  );
}

/** The path of an absolute link to this site itself; undefined if it leads elsewhere. */
function ownPath(url: string, site: string): string | undefined {
  if (!/^(?:https?:)?[/\\]{2}/i.test(url)) return undefined;
  const own = new URL(site.replace(/\/*$/, '/'));
  const link = URL.parse(url, own);
  if (link?.host !== own.host || !`${link.pathname}/`.startsWith(own.pathname)) return undefined;
  return `/${link.pathname.slice(own.pathname.length)}${link.search}${link.hash}`;
}

interface Target {
  readonly path: string;
  /** Empty if the link names none. */
  readonly anchor: string;
}

function deadAnchor(
  { path, anchor }: Target,
  file: string,
  anchors: ReadonlySet<string> | undefined,
): Finding | undefined {
  if (anchor === '' || anchors === undefined || anchors.has(anchor)) return undefined;
  const names = [...anchors].map(each => `#${each}`);
  return {
    title: `${path === articleUrl(file) ? 'This page' : path} has no anchor #${anchor}.`,
    remedy: suggestion(`#${anchor}`, names),
  };
}

/** Where a path to the source of another article leads: editors complete links so. */
function pageOfSource(url: string, file: string): string | undefined {
  const path = /^(?<path>\.{0,2}[^/#?:][^#?:]*)\.mdx?(?:[#?]|$)/.exec(url)?.groups?.path;
  return path === undefined ? undefined : articleUrl(`${posix.join(posix.dirname(file), path)}.mdx`);
}

/** A link on a page → what it leads to; undefined if it is no URL. */
function resolveLink(url: string, page: string): Target | 'another site' | undefined {
  try {
    const { host, pathname, hash } = new URL(url, `https://site.invalid${page}`);
    if (host !== 'site.invalid') return 'another site';
    return { path: decodeURIComponent(pathname), anchor: decodeURIComponent(hash.slice(1)) };
  } catch {
    return undefined;
  }
}
