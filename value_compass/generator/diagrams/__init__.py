"""Figures: a pure model of what is to be drawn, then a thin emitter.

Each figure is a frozen dataclass made of plain values (`Compass`, `Framework`, `Timeline`, ...). Most have
a `lay_out` that places every shape and every line of text by measured widths, and a template in
`theme/figures` that writes the placed shapes as SVG. Maps and networks are laid out by
Graphviz instead, and what comes back is compared with the model. Tests look at models, at placed shapes,
at DOT text and at the elements of the SVG.

Colours. A shape has its colour twice: as a plain attribute in six digits, and as a class
(`fill="#1f5f8b" class="vc-fill-trust"`). In a page `theme/site/figures.css` (neutral tones) and
`pillar_styles` (tones made from the pillars' colours, which are data) define the classes by custom
properties, light and dark. `fill="var(--vc-trust, #1f5f8b)"` would work in browsers too, but not in a
saved file that another program opens: there the plain attribute still has the colour. In print there are
neither classes nor links. Nothing carries a `style`, so a strict Content-Security-Policy holds.

Addresses are written as they are given, and nothing else becomes a link. Every id begins with the
figure's prefix.
"""
