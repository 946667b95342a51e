/** Elements of an SVG that draw. All others may run, load or link something. */
export const DRAWING_ELEMENTS: ReadonlySet<string> = new Set(
  `svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc style
  marker linearGradient radialGradient stop clipPath mask pattern filter switch feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** Whether a style, or a value that may be one, refers to nothing outside of its drawing. */
export function isHarmlessStyle(text: string): boolean {
  // Many blanks would take long.
  const short = text.replaceAll(/\s+/g, ' ');
  return !/@import|\\|url\(\s*["']?(?!\s*["']?#)|image-set|javascript:/i.test(short);
}
