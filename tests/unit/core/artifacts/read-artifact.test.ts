import { describe, expect, test } from 'vitest';
import { artifactFault } from '../../../../src/core/artifacts/read-artifact.ts';
import { pngOf, svgOf } from '../../../fixtures/artifacts/pictures.ts';

const fault = (name: string, bytes: string | Uint8Array): string | undefined =>
  artifactFault(name, Buffer.from(bytes))?.fault;

/** What matplotlib 3.10 writes around a plot. */
const MATPLOTLIB = `<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
  "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="460.8pt" height="345.6pt" viewBox="0 0 460.8 345.6" xmlns="http://www.w3.org/2000/svg" version="1.1">
 <metadata>
  <rdf:RDF xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
   <cc:Work><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/><dc:format>image/svg+xml</dc:format></cc:Work>
  </rdf:RDF>
 </metadata>
 <defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>
 <g clip-path="url(#p1)"><use xlink:href="#m1" x="1" style="stroke: #000000"/></g>
 <image xlink:href="data:image/png;base64,
iVBORw0KGgo=" id="image1" width="2" height="2"/>
 <!-- $\\alpha$ -->
</svg>
`;

describe('a file can be shown', () => {
  test.for([
    ['a.png', pngOf(1, 1)],
    ['a.png', pngOf(4_000, 1)],
    ['a.svg', svgOf('<path d="M0 0"/>')],
    ['a.svg', svgOf('<path d="M0 0"/>', 'viewBox="0 0 3 4"')],
    ['a.svg', MATPLOTLIB],
    ['a.csv', 'a'],
    ['a.txt', '<script>'],
    ['a.gif', Buffer.from('GIF89a\u0002\0\u0003\0', 'latin1')],
  ] as const)('%s', ([name, bytes]) => {
    expect(fault(name, bytes)).toBeUndefined();
  });
});

test.for(['a.png', 'a.svg', 'a.jpg', 'a.csv', 'a.json', 'a.txt', 'a.md'])('%s is no empty file', name => {
  expect(fault(name, '')).toBe('is empty');
});

describe('a PNG is refused', () => {
  const good = pngOf(8, 8);

  test('whatever is cut off at its end, or comes after it', () => {
    for (let length = 1; length < good.length; length += 1)
      expect([length, fault('a.png', good.subarray(0, length))]).toEqual([
        length,
        'is no PNG that can be decoded',
      ]);
    expect(fault('a.png', Buffer.concat([good, Buffer.from('<script>')]))).toBe(
      'is no PNG that can be decoded',
    );
  });

  test('if one of its bytes is another one that matters', () => {
    for (let at = 0; at < good.length; at += 1) {
      const broken = Buffer.from(good);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      expect([at, fault('a.png', broken)]).toEqual([at, expect.stringMatching(/./)]);
    }
  });

  test('if it claims a size that no memory holds', () => {
    const huge = Buffer.from(good);
    huge.writeUInt32BE(0x7fffffff, 16);
    huge.writeUInt32BE(0x7fffffff, 20);
    expect(fault('a.png', huge)).toBe(
      'has 2147483647 × 2147483647 pixels, and each side of a picture has 1 to 4000',
    );
  });
});

describe('a drawing is refused', () => {
  test.for<readonly [inside: string, what: string]>([
    ['<script>1</script>', '<script>'],
    ['<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', '<foreignObject>'],
    ['<a href="#b"><text>x</text></a>', '<a>'],
    ['<animate attributeName="x"/>', '<animate>'],
    ['<set attributeName="onload" to="x"/>', '<set>'],
    ['<iframe/>', '<iframe>'],
    ['<path onload="x"/>', 'onload="x"'],
    ['<path ONCLICK="x"/>', 'ONCLICK="x"'],
    ['<use href="b.svg#c"/>', 'href="b.svg#c"'],
    ['<use xmlns:x="http://www.w3.org/1999/xlink" x:href="https://a/#b"/>', 'x:href="https://a/#b"'],
    ['<g xml:base="https://a/"/>', 'xml:base="https://a/"'],
    ['<image href="https://a/b.png"/>', 'href="https://a/b.png"'],
    ['<image href="data:image/svg+xml;base64,AAAA"/>', 'href="data:image/svg+xml;base64,AAAA"'],
    ['<image href="data:image/png,AAAA"/>', 'href="data:image/png,AAAA"'],
    ['<path fill="url(https://a/b)"/>', 'fill="url(https://a/b)"'],
    ['<path style="fill: u\\72l(b)"/>', 'style="fill: u\\72l(b)"'],
    ['<style>@import "a.css";</style>', 'a style that loads something'],
    ['<style><![CDATA[a { background: url(b) }]]></style>', 'a style that loads something'],
    ['<style>@imp&#111;rt "a";</style>', 'a style that loads something'],
    ['<?xml-stylesheet href="a.css"?>', '<?xml-stylesheet?>'],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg"/>', '<x:script>'],
    ['<metadata><dc:script xmlns:dc="http://www.w3.org/2000/svg"/></metadata>', '<dc:script>'],
    ['<metadata><b xmlns="http://www.w3.org/1999/xhtml"/></metadata>', '<b>'],
    ['<metadata><c:a xmlns:c="http://creativecommons.org/ns#" onload="x"/></metadata>', 'onload="x"'],
  ] as const)('with %s', ([inside, what]) => {
    expect(fault('a.svg', svgOf(inside))).toBe(`holds ${what}`);
  });

  test.for([
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><g></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">&nbsp;</svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" width="2" height="1"/>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path xlink:href="#a"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/><svg/>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d=1/></svg>',
  ])('that is no XML: %s', source => {
    expect(fault('a.svg', source)).toMatch(/^is no well-formed XML/);
  });

  test('that expands what it declares', () => {
    const lol = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]>${svgOf('<text>&b;</text>').toString()}`;
    expect(fault('a.svg', lol)).toBe('holds a document type with declarations of its own');
  });

  test.for(['', 'width="0" height="1"', 'width="100%" height="10"', 'viewBox="0 0 0 1"'])(
    'that has no size: %s',
    attributes => {
      expect(fault('a.svg', svgOf('<path/>', attributes))).toBe('has no size');
    },
  );

  test('that is larger than a page', () => {
    expect(fault('a.svg', svgOf('<path/>', 'width="5000" height="1"'))).toMatch(/^has 5000 × 1 pixels/);
  });

  test.for([
    `<path fill="url(${' '.repeat(300_000)}b)"/>`,
    `<image href="data:image/png;base64,${' '.repeat(300_000)}!"/>`,
  ])('with many blanks, in bounded time', inside => {
    expect(fault('a.svg', svgOf(inside))).toMatch(/^holds /);
  });

  test('that is nested very deep, in bounded time', () => {
    const deep = svgOf(`${'<g>'.repeat(50_000)}${'</g>'.repeat(50_000)}`);
    expect(fault('a.svg', deep)).toBe('holds 200 elements inside each other');
    expect(fault('a.svg', svgOf('<path d="M0 0"/>'.repeat(50_000)))).toBeUndefined();
  });
});

test.for([
  ['a.jpg', 'GIF89a\u0002\0\u0003\0'],
  ['a.gif', 'not a picture at all'],
  ['a.webp', 'RIFF1234WEBQ1234567890123456'],
] as const)('%s is what its ending says', ([name, bytes]) => {
  expect(fault(name, Buffer.from(bytes, 'latin1'))).toMatch(/^is no /);
});
