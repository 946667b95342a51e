/** What a value may be: sound, in quotes of another kind, without its last quote, without any. */
const VALUES = [
  String.raw`(?<sound>"[^"<>]*"|'[^'<>]*'|\{[^{}<>]*\})(?=[\s/>])`,
  '[“”„«»‘’](?<curly>[^“”„«»‘’<>]*)[“”„«»‘’]',
  String.raw`["'](?<open>[^"'<>{}]*?)(?=\s*\/?>)`,
  String.raw`(?<bare>(?!["'{])(?:(?!\/?>)[^\s"'<>{}])+)`,
];
/** A prop as it is written. */
const PROP = new RegExp(String.raw`^\s+(?<name>[A-Za-z][\w-]*)(?:\s*=\s*(?:${VALUES.join('|')}))?`);
const END = /^\s*\/?>/;

/** Why a tag cannot be read, and how it was most likely meant. */
interface MendedTag {
  /** The prop with the first mistake. */
  readonly prop: string;
  readonly fault: 'no quotes' | 'quotes of another kind' | 'no quote at its end';
  readonly tag: string;
}

/**
 * A tag that cannot be read → what is wrong with it, and the tag as it was meant.
 * @param text of the article, from the tag on
 */
export function mendedTag(text: string): MendedTag | undefined {
  const [begin, name] = /^<(?<name>[A-Za-z][A-Za-z0-9]*)(?=\s)/.exec(text) ?? [];
  if (begin === undefined || name === undefined) return undefined;
  let rest = text.slice(begin.length);
  let tag = begin;
  let first: Pick<MendedTag, 'prop' | 'fault'> | undefined;
  for (let end = END.exec(rest); end === null; end = END.exec(rest)) {
    const { 0: found = '', groups = {} } = PROP.exec(rest) ?? {};
    if (found === '') return undefined;
    const { name: prop = '', sound, curly, open, bare } = groups;
    const wrong = curly ?? open ?? bare;
    tag += ` ${prop}${wrong === undefined ? (sound === undefined ? '' : `=${sound}`) : `=${written(wrong)}`}`;
    if (wrong !== undefined) first ??= { prop, fault: faultOf(curly, open) };
    rest = rest.slice(found.length);
  }
  return first && { ...first, tag: `${tag}${END.exec(rest)?.[0] ?? ''}` };
}

/** A truth value is a literal of JavaScript; all else is text. */
const written = (text: string): string => (/^(?:true|false)$/.test(text) ? `{${text}}` : `"${text}"`);

function faultOf(curly: string | undefined, open: string | undefined): MendedTag['fault'] {
  if (curly !== undefined) return 'quotes of another kind';
  return open === undefined ? 'no quotes' : 'no quote at its end';
}
