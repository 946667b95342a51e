import { DRAWN } from './drawn-elements.ts';

/** A part of a page. */
export type Zone = 'head' | 'frame' | 'prose' | 'block' | 'drawn' | 'pre' | 'text';

/** Elements, each with its attributes, the values that they must have (`role=note`), and its `.classes`. */
type Elements = Readonly<Record<string, string>>;

/** All elements of two lists; one that is in both may have what either allows. */
function joined(first: Elements, second: Elements): Elements {
  const names = [...Object.keys(first), ...Object.keys(second)];
  return Object.fromEntries(names.map(name => [name, [first[name], second[name]].filter(Boolean).join(' ')]));
}

/** Elements without attributes. */
const bare = (names: string): Elements => Object.fromEntries(names.split(' ').map(name => [name, '']));

const HEAD: Elements = {
  ...bare('head title'),
  meta: 'charset content name property http-equiv=Content-Security-Policy http-equiv=refresh',
  link: 'rel href hreflang type title',
  script: 'type=application/ld+json',
};

/** What is around the articles, and pages without any. */
const FRAME: Elements = {
  ...bare('body h1 em strong code summary'),
  h3: 'id',
  span: 'data-not-kept lang',
  html: 'lang dir=ltr dir=rtl',
  bdi: 'lang',
  header: '.site-head .article-head',
  footer: '.site-foot .article-foot data-pagefind-ignore',
  main: 'id=content tabindex .wide',
  article: 'data-pagefind-body',
  aside: '.advertisement .head aria-label',
  section: '.track-card .group aria-labelledby',
  nav: '.breadcrumbs .neighbours .track-nav .toc .see-also .languages aria-label data-pagefind-ignore',
  div:
    '.site-head-inner .tools .hero .alone .welcome .showcase .tracks .track-page .group-head .article-head ' +
    '.stop .article-grid .beside .tag-page .nearest .lines aria-hidden=true data-pagefind-body data-nearest',
  h2: '.part id',
  p:
    '.announcement .subtitle .summary .read-first .sources .advertisement-label .new-in .before .kept ' +
    '.outdated role=status data-pagefind-ignore lang data-copied data-uncopied data-step data-load ' +
    'data-load-once data-unloaded',
  a:
    '.skip .brand .begin .whole data-pagefind-ignore id href rel lang hreflang aria-current data-stopped ' +
    'data-next data-moved data-unclear',
  ol: '.path .graph data-done',
  ul: '.facts .tags .tagged .proposals aria-label',
  li: '.track .new aria-current=page aria-current=true',
  time: 'datetime',
  details: '.toc-small .series data-pagefind-ignore',
  button:
    '.search-button .theme-switch .arrow-keys .mark .forget type=button aria-keyshortcuts aria-describedby ' +
    'data-mark data-forgotten data-not-kept data-auto data-light data-dark data-on data-off',
  circle: 'cx cy r',
  svg:
    '.track-icon .rest preserveAspectRatio=none viewBox width height fill stroke stroke-width ' +
    'stroke-linejoin stroke-linecap aria-hidden',
  path: 'd fill stroke stroke-width stroke-linejoin stroke-linecap',
  script: 'type=module src',
};

/** The home page, pages of tracks, and what remembers how far a reader got. */
const FRONT: Elements = {
  section: '.track-card .group aria-labelledby',
  div:
    '.alone .welcome .showcase .tracks .track-page .group-head .article-head .stop .lines ' +
    'aria-hidden=true data-pagefind-body',
  h2: '.part id',
  p: '.new-in .before .kept',
  a: '.begin id data-stopped data-next',
  ol: '.path .graph data-done',
  li: '.new aria-current=page',
  button: '.mark .forget aria-describedby data-mark data-forgotten data-not-kept',
  circle: 'cx cy r',
  svg: '.rest preserveAspectRatio=none',
};

/** What the site's own components are made of, such as `{ strong: '.badge' }`. */
const OWN: Elements = {};

/** What Markdown and the elements that articles may use become. Each may have `lang`. */
const PROSE: Elements = {
  ...bare(
    'blockquote hr br ul summary dl dt dd table thead tbody tfoot tr caption cite wbr bdi ruby rt rp var',
  ),
  ...bare('em strong del s ins u i b small code kbd sub sup mark q'),
  article: '.prose .example-page',
  div:
    '.prose .table .callout .exercise .note .tip .warning .recap .outdated .today ' +
    'id=tables-alone tabindex role=region role=note role=group aria-label',
  aside: '.advertisement .text aria-label',
  p: '.advertisement-label',
  section: '.footnotes data-footnotes',
  h1: '.example-title',
  h2: '.sr-only id',
  h3: 'id',
  h4: 'id',
  h5: 'id',
  h6: 'id',
  ul: '.contains-task-list',
  ol: 'start reversed',
  li: '.task-list-item id',
  input: 'type=checkbox disabled checked',
  details: 'open',
  th: '.left .center .right scope colspan rowspan',
  td: '.left .center .right scope colspan rowspan',
  a:
    '.data-footnote-backref href title rel download id ' +
    'aria-label aria-describedby data-footnote-ref data-footnote-backref data-footnote-backref-idx',
  time: 'datetime',
  abbr: 'title',
  dfn: 'title',
};

/** What timelines are drawn with. */
const DRAWING: Elements = {
  svg:
    '.wide .tall .sample .bar viewBox preserveAspectRatio=none width height ' +
    'role=img aria-label aria-hidden=true',
  g: '.lane .number data-lane data-kind data-name data-from data-to',
  rect: '.share .run .ready .wait .sleep .lock .other x y width height',
  path:
    '.grid .leader .turn .wait .sleep .lock .other .handover .holding d data-turns ' +
    'data-from data-to data-call data-line data-on data-held-by data-endless data-at data-until data-lane',
  line: '.printed x1 y1 x2 y2 data-at data-line data-stream data-number',
  text: '.tick .lane-name .of .call .where .said .endless x y',
};

/** What figures, fences and lists of verdicts are made of. */
const BLOCK: Elements = {
  ...bare('legend strong em h1 h3 tbody tr dt dd caption'),
  h2: 'id',
  section: '.entry',
  ...DRAWING,
  figure: '.example .timeline id',
  figcaption: 'data-pagefind-ignore',
  fieldset: '.versions .files .variants',
  label: 'for',
  input: 'type=radio name id checked',
  details: '.panel .rest .listed',
  summary: '.label data-lesson',
  ul:
    '.more .uses .key .waits .more-files .columns translate=no aria-label aria-hidden=true ' +
    'data-waits data-python',
  ol: '.circle .notes translate=no aria-label',
  li: 'id data-number data-lane data-line data-stream',
  samp: 'translate=no',
  div:
    '.fence .panel .out .err .hang .outcomes .version .variant .verdict .prose .verified-page .table ' +
    '.claim .list-page .guess data-answer data-lesson data-pagefind-body ' +
    '.what-happened .drawing .said-lines .note ' +
    '.finder .example-list data-pages ' +
    '.artifact .picture .text data-artifact data-name data-python ' +
    'tabindex role=region aria-label data-pagefind-ignore data-timeline',
  p:
    '.label .actions .at-head .cut .other-versions .skipped .not-verified .panel .no-output ' +
    '.callout-title ' +
    '.listed-lane .circle-label .paper .about .check .level .more ' +
    'data-check data-lesson data-pagefind-ignore',
  span:
    '.language .name .of .not-run .checked .what .line .words .term .definition ' +
    'id data-lesson data-pagefind-ignore ' +
    'data-value data-artifact data-match data-line data-as data-about data-to data-to-match',
  pre:
    '.code .changed tabindex role=region aria-label data-fence data-code data-region data-block ' +
    'data-file data-of data-output data-stream data-outcome data-python data-lines data-part data-text ' +
    'data-change',
  button: 'type=button data-copy data-copy-text data-after data-run data-wrap-lines aria-label',
  a: '.get .checked .since href download id aria-label aria-describedby data-lesson',
  img: 'src alt width height loading=lazy decoding=async data-pagefind-index-attrs=alt',
  dl: '.facts-list .numbers',
  time: 'datetime',
  code: '.digest translate=no',
  table: 'data-table',
  thead: 'data-pagefind-ignore',
  th: '.number scope data-python',
  td: '.number .often data-count data-runs data-pagefind-ignore',
};

/** What a block of text is made of: lines, marks and tokens, whose classes a style sheet colors. */
const PRE: Elements = {
  ...bare('del ins'),
  code: 'translate=no',
  samp: 'translate=no',
  span: 'id',
  mark: 'id',
  a: 'id href aria-label',
};

/**
 * Everything that a page may hold, in each of its parts. What is not listed can look like a block that was
 * verified, hide one, or run.
 */
export const ALLOWED_ELEMENTS: Readonly<Record<Zone, Elements>> = {
  head: HEAD,
  frame: joined(FRAME, FRONT),
  prose: joined(PROSE, OWN),
  block: BLOCK,
  drawn: DRAWN,
  pre: PRE,
  text: {},
};
