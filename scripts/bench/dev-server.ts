import { execa } from 'execa';

/** A server of a site, in its own process. */
export interface DevServer {
  /** `http://localhost:4321` */
  readonly origin: string;
  /** Stops it as Ctrl-C does. @returns its exit code */
  readonly stop: () => Promise<number | undefined>;
}

/**
 * Starts the dev server, or that of `npm start`, and returns when it listens.
 * @param variables of its environment
 * @throws Error with its output if it exits instead
 */
export async function startDevServer(
  site: string,
  port: number,
  variables: Readonly<Record<string, string>> = {},
  script: 'dev' | 'start' = 'dev',
): Promise<DevServer> {
  const server = execa(process.execPath, [`scripts/${script}.ts`, '--port', String(port)], {
    cwd: site,
    reject: false,
    all: true,
    stdin: 'ignore',
    // Astro does not serve if vitest's own variable is set.
    env: { NO_COLOR: '1', CI: '', VITEST: '', ASTRO_TELEMETRY_DISABLED: '1', ...variables },
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
