/** Variables of one kind that a sample may not set, and what they do, as the end of a sentence. */
interface Rule {
  readonly names: RegExp;
  readonly reason: string;
}

/** Variables of CPython that change what a sample prints, and not what is loaded or what the page claims. */
const HARMLESS = [
  'ASYNCIODEBUG',
  'DEVMODE',
  'FAULTHANDLER',
  'INTMAXSTRDIGITS',
  'MALLOC',
  'NODEBUGRANGES',
  'OPTIMIZE',
  'TRACEMALLOC',
  'UNBUFFERED',
  'WARNDEFAULTENCODING',
  'WARNINGS',
  '_COLORS',
  '_CPU_COUNT',
];

const RULES: readonly Rule[] = [
  {
    names: /^(?:LD_|DYLD_|MALLOC_|OPENSSL_|GLIBC_TUNABLES$|GCONV_PATH$|LOCPATH$|NLSPATH$|NIS_PATH$)/,
    reason: 'steers how programs load and run code',
  },
  { names: /^(?:HOSTALIASES|LOCALDOMAIN|RES_OPTIONS)$/, reason: 'steers how other machines are found' },
  {
    names: /^(?:BASH.*|ENV|IFS|SHELLOPTS|PS[0-4]|CDPATH|PROMPT_COMMAND|ZDOTDIR|POSIXLY_CORRECT)$/,
    reason: 'steers shells',
  },
  { names: /^VERBATIM_/, reason: 'is for the harness of a run' },
  {
    names: /^(?:HOME|PATH|TMPDIR|TEMP|TMP|USER|LOGNAME|PWD|OLDPWD|SHLVL)$/,
    reason: 'is the same in each run, on each machine',
  },
  {
    names: new RegExp(`^PYTHON(?!(?:${HARMLESS.join('|')})$)`),
    reason: 'changes what Python loads, or what the run sets for it',
  },
];

/** Why a sample may not set a variable of its environment; undefined if it may. */
export function whyRefused(name: string): string | undefined {
  return RULES.find(({ names }) => names.test(name))?.reason;
}
