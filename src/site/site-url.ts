import { refusal } from '../core/problems/problem.ts';
import { site } from '../site.config.ts';

/** Where a site is published. */
interface SiteUrl {
  /** `https://name.github.io` */
  readonly origin: string;
  /** The path of the site, with a slash at both ends: `/project/`; `/` if it has a host of its own. */
  readonly base: string;
}

/** Names of folders that are the same in an address, in a file system and in an HTTP header. */
const FORM = /^https?:\/\/[^/\\]+(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*\/?$/i;
const EXAMPLE = 'https://name.github.io/project/';

/** What can be wrong with an address. The first that applies is reported. */
const FAULTS: readonly (readonly [applies: (text: string) => boolean, fault: string])[] = [
  [text => text === '', 'it is empty.'],
  [text => /\s/.test(text), 'it has a blank in it.'],
  [text => !/^https?:\/\//i.test(text), 'it begins with neither https:// nor http://.'],
  [text => text.includes('@'), 'it has a user name in it, or a password.'],
  [text => /[?#]/.test(text), 'it has a query or a fragment.'],
  [text => !URL.canParse(text), 'it names no host.'],
  [text => !FORM.test(text), 'the names in its path may have letters, digits, and - . _ ~ only.'],
  [text => /\/\/.*\/.*\.html?\/?$/i.test(text), 'it names a file and not a folder.'],
];

/** The address of the site: the variable SITE_URL, or the settings. @throws ProblemError if it is none */
export function siteUrl(): SiteUrl {
  const { SITE_URL: given } = process.env;
  const text = given ?? site.url;
  const fault = faultOf(text);
  if (fault !== undefined) throw wrongUrl(text, fault, given !== undefined);
  const { origin, pathname } = new URL(text);
  return { origin, base: pathname.replace(/\/*$/, '/') };
}

function faultOf(text: string): string | undefined {
  return FAULTS.find(([applies]) => applies(text))?.[1];
}

function wrongUrl(text: string, fault: string, isGiven: boolean): Error {
  // A password is not repeated.
  const shown = text === '' || text.includes('@') ? 'Its value' : JSON.stringify(text);
  const completed = `https://${text.replace(/\/*$/, '/')}`;
  const right = /^[\w-]+\./.test(text) && faultOf(completed) === undefined ? completed : EXAMPLE;
  return refusal({
    file: isGiven ? 'SITE_URL' : 'src/site.config.ts',
    title: `${shown} is no address of a site: ${fault}`,
    remedy: isGiven ? `SITE_URL=${right} npm run build` : `url: '${right}',`,
  });
}

/** What pages write for an address: below a path, `/a/` becomes `/project/a/`. Other addresses stay. */
export function linkTo(url: string): string {
  return /^\/(?!\/)/.test(url) ? siteUrl().base + url.slice(1) : url;
}

/** The other way about: `/project/a/` → `/a/`; undefined if it lies outside of the site. */
export function urlPathOf(link: string): string | undefined {
  const { base } = siteUrl();
  return link.startsWith(base) ? link.slice(base.length - 1) : undefined;
}

/** `/a/` → `https://name.github.io/project/a/`, for what is read elsewhere. */
export function absoluteUrl(url: string): string {
  return siteUrl().origin + linkTo(url);
}
