/** Elements of formulas, diagrams and pictures, each with its attributes and classes. */
export const DRAWN: Readonly<Record<string, string>> = {
  figure: '.picture',
  figcaption: '',
  code: '',
  p: '',
  div: '.drawn tabindex=0 role=group aria-label',
  span: '.picture',
  img: 'src alt lang width height loading=lazy decoding=async fetchpriority=auto',
  svg: '.graph viewBox width height role=img aria-label',
  polygon: '.node .cluster .head .hollow .filled .dashed .dotted .bold .accent .note .quiet .warning points',
  polyline: '.line .head .hollow .filled .dashed .dotted .bold .accent .note .quiet .warning points',
  path: '.node .edge .cluster .filled .dashed .dotted .bold .accent .note .quiet .warning d',
  ellipse: '.node .head .hollow .filled .dashed .dotted .bold .accent .note .quiet .warning cx cy rx ry',
  text: '.start .end .accent .note .quiet .warning x y',
  math: 'display=block alttext',
  mtd: '.left .right columnspan rowspan',
  ...Object.fromEntries(
    `mrow mi mn mo mtext mspace mfrac msqrt mroot msup msub msubsup munder mover munderover mtable mtr mstyle
     mpadded mphantom mmultiscripts mprescripts none`
      .split(/\s+/)
      .map(name => [
        name,
        'mathvariant stretchy fence form separator movablelimits accent accentunder lspace rspace minsize ' +
          'maxsize symmetric largeop width height depth voffset linethickness displaystyle scriptlevel',
      ]),
  ),
};
