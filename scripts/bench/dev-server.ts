import { execa } from 'execa';

/** A dev server of a site, in a process of its own. */
export interface DevServer {
  /** `http://localhost:4321` */
  readonly origin: string;
  /** Asks it to end, as who presses Ctrl-C does. @returns its exit code */
  readonly stop: () => Promise<number | undefined>;
}

/** Starts it; vitest's own variable would keep Astro from serving. It has begun to listen when this returns. @throws Error with what it said, where it ends instead */
export async function startDevServer(site: string, port: number): Promise<DevServer> {
  const server = execa(process.execPath, ['scripts/dev.ts', '--port', String(port)], {
    cwd: site,
    reject: false,
    all: true,
    stdin: 'ignore',
    env: { NO_COLOR: '1', CI: '', VITEST: '', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let log = '';
  const origin = await new Promise<string>((resolve, reject) => {
    server.all.on('data', (data: Buffer) => {
      log += data.toString();
      const [, address] = /(http:\/\/localhost:\d+)\//.exec(log) ?? [];
      if (address !== undefined) resolve(address);
    });
    void server.then(() => reject(new Error(log)));
  });
  return {
    origin,
    stop: async () => {
      server.kill('SIGINT');
      return (await server).exitCode;
    },
  };
}
