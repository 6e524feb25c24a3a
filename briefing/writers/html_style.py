"""The style sheet of the HTML file, from the theme: for the screen, dark or light, and for paper."""

from briefing.model.document import Document, PageSize
from briefing.writers.xml_text import clean_text

_PAPER = {PageSize.A4: "A4", PageSize.LETTER: "letter"}


def style_sheet(document: Document) -> str:
    """Return the CSS; it names no file, no font to load and no address."""
    theme = document.theme
    marking = _string(document.marking)
    return f"""
:root {{ color-scheme: light; --ink: {theme.ink}; --heading: {theme.heading}; --accent: {theme.accent};
  --muted: {theme.muted}; --rule: {theme.rule}; --tint: {theme.tint}; }}
* {{ box-sizing: border-box; }}
body {{ margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.25rem 3rem; color: var(--ink); background: #fff;
  font: 1rem/1.5 'Source Sans 3', 'Source Sans Pro', 'Segoe UI', system-ui, sans-serif; overflow-wrap: break-word; }}
h1, h2, h3 {{ color: var(--heading); line-height: 1.2; break-after: avoid; }}
h1 {{ font: 600 1.9rem/1.15 'Source Serif 4', 'Source Serif Pro', Georgia, serif; margin: .3rem 0 .4rem; }}
h2 {{ font-size: 1.2rem; margin: 2rem 0 .6rem; padding-top: .6rem; border-top: 1px solid var(--rule); }}
h3 {{ font-size: 1rem; margin: 1.2rem 0 .4rem; }}
a {{ color: var(--accent); }}
sup {{ line-height: 0; font-size: .72em; }}
sup a {{ text-decoration: none; padding: 0 .1em; }}
small, .muted, .meta, .note, figcaption, caption, footer {{ color: var(--muted); font-size: .86rem; }}
.logo {{ display: inline-block; margin: 0 0 .6rem; padding: .35rem .6rem; background: {theme.band}; }}
.logo img {{ height: 2.2rem; max-width: 12rem; object-fit: contain; display: block; }}
.product {{ margin: 0; color: var(--muted); letter-spacing: .02em; }}
.area {{ margin: .6rem 0 0; color: var(--accent); font-weight: 600; }}
.lead {{ font-size: 1.08rem; }}
.marking {{ background: #000; font-weight: 700; text-align: right; padding: .25rem .6rem; margin: 0 0 1rem;
  font-size: 12pt; }}
.callout {{ background: var(--tint); border-inline-start: 4px solid var(--accent); padding: .8rem 1rem;
  margin: 1.2rem 0; }}
.callout .label {{ margin: 0 0 .3rem; font-weight: 700; color: var(--heading); }}
.callout p:last-child {{ margin-bottom: 0; }}
.figures {{ display: flex; flex-wrap: wrap; gap: 1rem; margin: 1.2rem 0; }}
.figures div {{ flex: 1 1 10rem; border-top: 3px solid var(--accent); padding-top: .4rem; }}
.figures dt {{ font-size: 1.5rem; font-weight: 600; color: var(--heading); line-height: 1.15; }}
.figures dd {{ margin: .2rem 0 0; color: var(--muted); font-size: .88rem; }}
li {{ margin: .45rem 0; }}
.wide {{ overflow-x: auto; }}
table {{ border-collapse: collapse; width: 100%; font-size: .92rem; }}
caption {{ text-align: start; padding: .3rem 0; caption-side: top; }}
.day {{ white-space: nowrap; }}
th, td {{ text-align: start; vertical-align: top; padding: .35rem .6rem .35rem 0;
  border-bottom: 1px solid var(--rule); }}
thead th {{ border-bottom: 2px solid var(--heading); color: var(--heading); }}
th.right, td.right {{ text-align: end; font-variant-numeric: tabular-nums; }}
figure {{ margin: 1.2rem 0; break-inside: avoid; }}
figure svg {{ max-width: 100%; height: auto; display: block; }}
blockquote {{ margin: .3rem 0 0; padding-inline-start: .9rem; border-inline-start: 3px solid var(--rule); }}
.notes {{ font-size: .9rem; }}
footer {{ margin-top: 2rem; border-top: 1px solid var(--rule); padding-top: .5rem; }}
:target {{ background: var(--tint); }}
@page {{ size: {_PAPER[document.page_size]}; margin: 24mm 22mm;
  @top-right {{ content: {marking}; font: 700 12pt sans-serif; }}
  @bottom-right {{ content: {marking} "  " counter(page) "/" counter(pages); font: 700 12pt sans-serif; }} }}
@media print {{
  body {{ max-width: none; padding: 0; font-size: 10.5pt; }}
  a {{ color: inherit; text-decoration: none; }}
  tr, li, .callout {{ break-inside: avoid; }}
  thead {{ display: table-header-group; }}
  .wide {{ overflow: visible; }}
  .marking {{ -webkit-print-color-adjust: exact; print-color-adjust: exact; }}
}}
"""


def _string(words: str) -> str:
    """Return words as a CSS string that cannot end before its end, nor the style sheet with it."""
    kept = "".join(character if character.isalnum() or character in " :+-." else " " for character in clean_text(words))
    return f'"{kept}"'
