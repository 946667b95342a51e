/** A program to start, with just this environment. */
export interface Program {
  readonly command: string;
  readonly words: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What it reads on standard input; absent: nothing. */
  readonly stdin?: string | undefined;
  /** What the file descriptors after the outputs give. */
  readonly inputs: readonly Uint8Array[];
}

/** What comes with news: nothing, text or bytes. Numbers below 4 are the descriptor of an output. */
export const NEWS = { started: 4, exited: 5, closed: 6, failed: 7 } as const;

/** What the launcher tells of a program. */
export interface News {
  /** That of the order which started it. */
  readonly number: number;
  /** One of `NEWS`, or the descriptor of an output. */
  readonly kind: number;
  readonly data: Buffer;
}

const HEAD = 12;

/**
 * The order to start a program: a line with its number, how many words there are, whether it has an input, and the lengths of what follows: folder,
 * words and variables, each behind a NUL; the input; the files. @throws Error where one of the texts holds a NUL
 */
export function orderToStart(number: number, { command, words, cwd, env, stdin, inputs }: Program): Buffer {
  const texts = [cwd, command, ...words, ...Object.entries(env).map(([name, value]) => `${name}=${value}`)];
  const broken = texts.find(text => text.includes('\0'));
  if (broken !== undefined)
    throw new Error(`No program can be given a NUL character: ${JSON.stringify(broken)}`);
  const fields = [Buffer.from(texts.join('\0')), Buffer.from(stdin ?? ''), ...inputs];
  const head = [number, words.length + 1, stdin === undefined ? 0 : 1, ...fields.map(({ length }) => length)];
  return Buffer.concat([Buffer.from(`${head.join(' ')}\n`), ...fields]);
}

/** The order to read what a program has written, and nothing that comes after. */
export function orderToRelease(number: number): Buffer {
  return Buffer.from(`${number} 0 0\n`);
}

/** Bytes that came → the news that they hold, and what is the beginning of the next. */
export function readNews(bytes: Buffer): { readonly news: readonly News[]; readonly rest: Buffer } {
  const news: News[] = [];
  let at = 0;
  while (bytes.length - at >= HEAD) {
    const end = at + HEAD + bytes.readUInt32LE(at + 8);
    if (end > bytes.length) break;
    news.push({
      number: bytes.readUInt32LE(at),
      kind: bytes.readUInt32LE(at + 4),
      data: bytes.subarray(at + HEAD, end),
    });
    at = end;
  }
  return { news, rest: bytes.subarray(at) };
}
