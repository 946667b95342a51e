import { chromium } from 'playwright-core';
import { createServer } from 'node:http';
import { readFileSync, existsSync } from 'node:fs';
import sharp from 'sharp';
const types: any = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };
const dir = process.argv[2] + '/dist';
const s = createServer((q, a) => { let p = dir + decodeURI(q.url!.split('?')[0]); if (p.endsWith('/')) p += 'index.html'; if (!existsSync(p)) { a.writeHead(404); return a.end(); } a.setHeader('content-type', types[p.split('.').pop()!] ?? 'application/octet-stream'); a.end(readFileSync(p)); }).listen(0, async () => {
  const b = await chromium.launch({ executablePath: '/usr/bin/chromium' });
  const o = `http://localhost:${(s.address() as any).port}`; const parts: any[] = []; let W = 0;
  for (const [w, scheme] of [[320, 'light'], [320, 'dark'], [768, 'light'], [1440, 'light'], [1440, 'dark']] as const) {
    const p = await b.newPage({ viewport: { width: w, height: 900 }, colorScheme: scheme, javaScriptEnabled: false });
    let top = 0; let max = 0;
    for (const n of [1, 2, 3]) {
      await p.goto(o + '/advanced/changes/');
      await p.locator(`label[for=account-withdraw-variant-${n}]`).click();
      const img = await p.locator('#account-withdraw').screenshot();
      const m = await sharp(img).metadata(); parts.push({ input: img, left: W, top }); top += m.height! + 10; max = Math.max(max, m.width!);
    }
    console.log(w, scheme, await p.evaluate('document.documentElement.scrollWidth'));
    W += max + 10;
  }
  await sharp({ create: { width: W, height: 1500, channels: 3, background: '#888' } }).composite(parts).png().toFile('/tmp/tabs.png');
  await b.close(); process.exit();
});
