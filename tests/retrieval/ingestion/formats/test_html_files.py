"""Pages of HTML: their main text without navigation, with anchors, terms, tables and code."""

import pytest

from retrieval import Block, Document, LocatorKind, Quality, Role, SkipReason
from retrieval.ingestion.formats.reader import Refused, Source
from retrieval.ingestion.formats.registry import read
from tests.fakes.read_texts import document

SPHINX = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Pump &#8212; Field 1.0 manual</title>
<script>var hidden = "hidden";</script><style>.hidden {}</style></head><body>
<div class="related" role="navigation"><ul><li>hidden index</li></ul></div>
<div class="document"><div class="body" role="main"><section id="pump">
<h1>Pump<a class="headerlink" href="#pump">¶</a></h1>
<p>The pump <b>moves</b> water
   uphill.</p>
<section id="oil"><h2>Oil change<a class="headerlink" href="#oil">¶</a></h2>
<p>Change it every <code>200</code> hours.</p>
<div class="highlight"><table><tr><td class="linenos"><pre>1
2</pre></td><td class="code"><pre>drain()
  fill()</pre></td></tr></table></div>
<dl class="py"><dt id="pump.start">pump.start(speed)</dt><dd><p>Starts the pump.</p></dd></dl>
<table><thead><tr><th>Part</th><th>Price</th></tr></thead><tbody><tr><td>Seal</td><td><p>5</p></td></tr></tbody></table>
</section></section></div></div>
<div class="sphinxsidebar" role="navigation"><h3>hidden contents</h3></div>
<div class="footer" role="contentinfo">hidden copyright</div></body></html>"""
MEDIAWIKI = """<html><body><div id="mw-head">hidden head</div><h1 id="firstHeading">Seals</h1>
<div id="mw-content-text"><div class="mw-parser-output"><p>Seals sleep on the ice.<sup class="reference">[1]</sup></p>
<div id="toc" class="toc"><ul><li>hidden contents</li></ul></div>
<h2><span class="mw-headline" id="Food_and_drink">Food</span><span class="mw-editsection">[hidden edit]</span></h2>
<p>They eat fish.</p></div></div><div id="catlinks" class="catlinks">hidden categories</div>
<div id="mw-panel" role="navigation">hidden panel</div></body></html>"""
MKDOCS = """<html><body><header class="md-header">hidden site</header><div class="md-container">
<nav class="md-tabs">hidden tabs</nav><main class="md-main"><div class="md-sidebar"><nav>hidden side</nav></div>
<div class="md-content"><article class="md-content__inner"><h1 id="seals">Seals</h1><p>Seals sleep on the ice.</p>
<h2 id="food">Food<a class="headerlink" href="#food" title="Permanent link">&para;</a></h2>
<div class="admonition note"><p class="admonition-title">Mind</p><p>They eat fish.</p></div></article></div></main>
</div><footer class="md-footer">hidden foot</footer></body></html>"""
CONFLUENCE = """<html><head><title>Zoo : Seals</title></head><body class="aui-theme-default"><div id="page">
<div id="main"><div id="main-header"><div id="breadcrumb-section"><ol id="breadcrumbs"><li>hidden space</li></ol></div>
</div><div id="content" class="view"><div class="page-metadata">hidden author</div>
<div id="main-content" class="wiki-content group"><p>Seals sleep on the ice.</p><h2 id="Seals-Food">Food</h2>
<table class="confluenceTable"><tbody><tr><th>Meal</th><th>Fish</th></tr><tr><td>Noon</td><td><ul><li>cod</li><li>eel
</li></ul></td></tr></tbody></table></div></div></div><div id="footer">hidden foot</div></div></body></html>"""
NOTION = """<html><head><title>Seals</title></head><body><article id="1" class="page sans"><header>
<h1 class="page-title">Seals</h1></header><div class="page-body"><p id="2">Seals sleep on the ice.</p>
<h2 id="3">Food</h2><ul id="4" class="bulleted-list"><li>They eat fish.</li></ul>
<ul class="toggle"><li><details open=""><summary>When?</summary><p>At noon.</p></details></li></ul>
<figure class="callout"><div>💡</div><div>Never feed bread.</div></figure></div></article></body></html>"""
UNMARKED = """<html><head><title>Seals | Our zoo</title></head><body><div id="nav"><a href="a">hidden link</a></div>
<table><tr><td><div class="menu">hidden menu</div></td><td><h1>Seals</h1><p>Seals sleep on the ice.</p>
<p>They eat fish.</p></td></tr></table><form action="q"><input name="q"><button>hidden search</button></form>
<footer>hidden foot</footer></body></html>"""
PAGES = {
    "Sphinx": SPHINX,
    "MediaWiki": MEDIAWIKI,
    "MkDocs": MKDOCS,
    "Confluence": CONFLUENCE,
    "Notion": NOTION,
    "unmarked": UNMARKED,
}


def of(html: str) -> Document:
    return document("a.html", html)


def block_of(page: Document, said: str) -> Block:
    return next(block for block in page.blocks if block.span.of(page.text) == said)


@pytest.mark.parametrize("made_by", PAGES)
def test_only_the_main_text_of_a_page_is_read(made_by: str) -> None:
    page = of(PAGES[made_by])
    assert "hidden" not in page.text
    if made_by != "Sphinx":
        assert "Seals sleep on the ice." in [block.span.of(page.text) for block in page.blocks]
        assert page.title in ("Seals", "Zoo : Seals")


def test_headings_terms_code_and_tables_are_told_by_their_elements() -> None:
    page = of(SPHINX)
    assert (page.title, page.language) == ("Pump", "en")
    assert [(block.role, block.span.of(page.text)) for block in page.blocks] == [
        (Role.TITLE, "Pump"),
        (Role.PARAGRAPH, "The pump moves water uphill."),
        (Role.HEADING, "Oil change"),
        (Role.PARAGRAPH, "Change it every 200 hours."),
        (Role.CODE, "drain()\n  fill()"),
        (Role.ITEM, "pump.start(speed)"),
        (Role.ITEM, "Starts the pump."),
        (Role.TABLE, "Part\tPrice"),
        (Role.TABLE, "Seal\t5"),
    ]
    assert block_of(page, "Starts the pump.").parent == block_of(page, "pump.start(speed)").span
    assert block_of(page, "Seal\t5").header == block_of(page, "Part\tPrice").span


@pytest.mark.parametrize(
    ("html", "said", "anchor"),
    [
        (SPHINX, "The pump moves water uphill.", "pump"),
        (SPHINX, "Change it every 200 hours.", "oil"),
        (SPHINX, "pump.start(speed)", "pump.start"),
        (MEDIAWIKI, "They eat fish.", "Food_and_drink"),
        (MKDOCS, "They eat fish.", "food"),
        (CONFLUENCE, "Noon\tcod eel", "Seals-Food"),
        ("<h2><a name='x'></a>Food</h2><p>Fish.</p>", "Fish.", "x"),
        ("<a name='x'></a><h2>Food</h2><p>Fish.</p>", "Fish.", "x"),
        ("<h2 id='x'>Food</h2><h3>No name</h3><p>Fish.</p>", "Fish.", "x"),
    ],
)
def test_a_place_in_a_page_is_the_anchor_of_its_heading(html: str, said: str, anchor: str) -> None:
    locator = block_of(of(html), said).locator
    assert locator
    assert (locator.kind, locator.value) == (LocatorKind.ANCHOR, anchor)


def test_what_can_be_opened_stands_below_its_summary_and_lists_keep_their_order() -> None:
    page = of("<ol start=3><li>Three<ul><li>Deep</li></ul><li>Four</ol><details><summary>Why?</summary>So.</details>")
    assert [block.span.of(page.text) for block in page.blocks] == ["3. Three", "• Deep", "4. Four", "Why?", "So."]
    assert [place.of(page.text) for place in block_of(page, "So.").headings] == ["Why?"]
    assert block_of(page, "• Deep").parent == block_of(page, "3. Three").span


def test_a_list_of_links_ranks_low_and_a_table_in_a_cell_is_part_of_it() -> None:
    page = of("<h1>A</h1><ul><li><a href=b>Other page</a></li></ul><p>See <a href=c>it</a> if you have to.</p>")
    assert [block.quality for block in page.blocks] == [Quality.TEXT, Quality.LINKS, Quality.TEXT]
    table = "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><table><tr><td>2</td></tr></table></td></tr></table>"
    page = of(table)
    assert [block.span.of(page.text) for block in page.blocks] == ["A\tB", "1\t2"]


def test_the_encoding_that_a_page_names_counts() -> None:
    html = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"></head><p>Ключи у сторожа.'
    page = read(Source("a.htm", html.encode("koi8_r"))).document("a.htm")
    assert page.text.strip() == "Ключи у сторожа."
    assert page.encoding == "koi8-r"


def test_a_page_that_is_nested_to_cost_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read(Source("a.html", b"<div>" * 200_000 + b"deep"))
    assert refused.value.reason is SkipReason.TOO_COSTLY
