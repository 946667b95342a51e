import { beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '../../../../src/core/words/languages.ts';
import { readDrawn } from '../../../../src/site/audit/page/read-drawn.ts';
import { diagramLines } from '../../../../src/site/audit/plan/pictures/expected-diagram.ts';
import { drawnPlan } from '../../../../src/site/audit/plan/pictures/drawn-plan.ts';
import { firstElement } from '../../../../src/site/audit/tree/drawn-lines.ts';
import { pageTree } from '../../../../src/site/audit/tree/page-tree.ts';
import { drawDiagram, drawWith } from '../../../../src/site/diagrams/draw-diagram.ts';
import { type Graphviz, graphvizFor, loadGraphviz } from '../../../../src/site/diagrams/graphviz.ts';

let graphviz: Graphviz;
beforeAll(async () => {
  graphviz = await loadGraphviz();
});

/** What is wrong with a source, each at the text that begins there. */
const faultsOf = (source: string): readonly string[] =>
  (drawWith(graphviz, source, 'A graph').faults ?? []).map(
    ({ index, title }) => `${title} | ${source.slice(index).slice(0, 8)}`,
  );

const SOURCES = [
  'digraph { a -> b }',
  'graph { a -- b -- c }',
  'digraph { rankdir=LR; a [label="two\\lleft\\l" class="accent"]; a -> b [label="<then> & \\"so\\"" style=dashed] }',
  'digraph { p [shape=point]; r [shape=record label="{x|y}"]; e [shape=doublecircle style=filled]; p -> r -> e }',
  'digraph { a -> b [arrowhead=empty style=bold]; b -> c [arrowhead=crow style=dotted]; c -> a [arrowhead=dot] }',
  'digraph { subgraph cluster_x { label="all" style=dotted; a; b } a -> b; c [shape=cylinder]; d [shape=plaintext] }',
];

describe('a diagram', () => {
  test.for(SOURCES)('has classes in the place of colors, and the audit reads the same: %s', async source => {
    const { diagram } = drawWith(graphviz, source, 'A "graph"');
    const svg = firstElement(pageTree(diagram?.svg ?? ''), 'svg');
    expect(diagram?.svg).not.toMatch(/style=|fill=|stroke=|font|<g|<title|href/);
    expect(svg?.attribs?.['aria-label']).toBe('A "graph"');
    const plan = await drawnPlan('tests/fixtures/pictures', [source]);
    const expected = diagramLines(
      { kind: 'diagram', source, alt: 'A "graph"', title: '' },
      plan,
      wordsOf('en'),
    );
    const found = svg === undefined ? [] : readDrawn(svg);
    const shifted = found.map(line => line.replace(/^\d+/, depth => `${Number(depth) + 2}`));
    expect(typeof expected === 'string' ? expected : expected.slice(2)).toEqual(shifted);
    expect(found.length).toBeGreaterThan(3);
  });

  test('shows each label as text', () => {
    const { diagram } = drawWith(graphviz, 'digraph { a [label="<script>alert(1)</script> &amp; ü"] }', 'x');
    expect(diagram?.svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt; ');
    expect(diagram?.svg).not.toContain('<script');
  });

  test.for([
    ['digraph {\n a -> \n}', 'Graphviz does not understand "}" here. | }'],
    ['a -> b', 'A diagram begins with "digraph {". | a -> b'],
    ['graph { a -> b }', 'A "graph" has lines "--"; arrows "->" are of a "digraph". | -> b }'],
    ['digraph { a -- b }', 'A "digraph" has arrows "->"; lines "--" are of a "graph". | -- b }'],
    ['digraph { a -> b', 'The graph ends before its "}". | digraph '],
    ['digraph {}', 'This diagram is empty. | digraph '],
    ['digraph { a } digraph { b }', 'A diagram is one graph, and here another begins. | digraph '],
    ['digraph { a [shape=bx] }', 'There is no shape "bx". | bx] }'],
    ['digraph { a [style=dased] }', 'A diagram has no style "dased". | dased] }'],
    ['digraph { a [class=hot] }', 'A diagram has no class "hot". | hot] }'],
    ['digraph { rankdir=RIGHT a }', 'A diagram has no direction "RIGHT". | RIGHT a '],
    ['digraph { a [lable=x] }', 'A diagram has no attribute "lable". | lable=x]'],
    ['digraph { a [label=<<b>x</b>>] }', 'A label is plain text here, not HTML between < and >. | <<b>x</b'],
    ['digraph { a [URL="javascript:alert(1)"] }', '"URL": a diagram holds no links. | URL="jav'],
    ['digraph { a [image="/etc/passwd"] }', 'A diagram has no attribute "image". | image="/'],
  ] as const)('that is wrong is explained at its place: %s', ([source, fault]) => {
    expect(faultsOf(source)).toEqual([fault]);
  });

  test('has the colors and the font of its page', () => {
    const source = 'digraph { bgcolor=red; a [fillcolor=blue fontcolor=white fontname=Comic penwidth=9] }';
    expect(faultsOf(source)).toHaveLength(5);
    expect(faultsOf(source)[0]).toContain('"bgcolor" is for the style sheet');
  });

  test('is small, so that nobody waits for its layout', () => {
    const names = Array.from({ length: 15 }, (_, index) => `n${index}`).join(' ');
    expect(faultsOf(`digraph { {${names}} -> {${names}} }`)[0]).toContain(
      'this diagram has 15 nodes and 225 edges',
    );
    expect(faultsOf(`digraph { ${'a -> b; '.repeat(300)} }`)[0]).toContain('at most 2000 characters');
    expect(faultsOf(`digraph { ${names.replaceAll(' ', ' -> ')} }`)).toEqual([]);
  });

  test('without a mistake is one call', async () => {
    expect(await drawDiagram('digraph { a -> b }', 'First a, then b')).toMatch(
      /^<svg class="graph" viewBox="-4 /,
    );
    await expect(drawDiagram('digraph {', 'x')).rejects.toThrow('The graph ends before its "}".');
  });

  test('is drawn by a program that is loaded only for a site that has one', async () => {
    expect(await graphvizFor(['```sh\ndot\n```', 'dot'])).toBeUndefined();
    for (const before of ['- a\n\n  ', '- - ', '> 1. ', '- > - '])
      expect(await graphvizFor([`${before}\`\`\`dot alt="x"\n`])).toBeDefined();
  });
});
