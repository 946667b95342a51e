import { expect, test } from 'vitest';
import { answeringWith } from '../../src/site/answering-with.ts';

const inner = { name: 'inner', getStaticPaths: async () => [], render: async (request: Request) => new Response(`rendered ${new URL(request.url).pathname}`) };

async function ask(prerenderer: ReturnType<typeof answeringWith>, pathname: string): Promise<string> {
  return ((await prerenderer.render(new Request(`https://site.invalid${pathname}`), { routeData: {} as never, collectMetadata: false })) as Response).text();
}

test('what is made elsewhere is not rendered, and all else is', async () => {
  const prerenderer = answeringWith(inner, new Map([['/og/one.png', Promise.resolve(new Uint8Array(Buffer.from('made')))]]));
  expect([await ask(prerenderer, '/og/one.png'), await ask(prerenderer, '/og/two.png')]).toEqual(['made', 'rendered /og/two.png']);
});

test('what fails elsewhere fails where it is asked for', async () => {
  const failed = Promise.reject(new Error('no font'));
  failed.catch(() => undefined);
  await expect(ask(answeringWith(inner, new Map([['/og/one.png', failed]])), '/og/one.png')).rejects.toThrow('no font');
});
