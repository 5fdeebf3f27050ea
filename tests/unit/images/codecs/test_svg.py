"""An SVG that came from elsewhere: what stays of it, and what it looks like."""

import base64

import pytest

from bot.domain.errors import BadImage, BrokenImage
from bot.images.codecs.results import settle_result
from bot.images.codecs.svg import clean_svg
from bot.images.codecs.svg_raster import render_svg
from tests.unit.images.pictures import decode, encode, photo

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20">'


def cleaned(body: str, head: str = HEAD) -> str:
    return clean_svg(f"{head}{body}</svg>".encode()).decode()


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<script xlink:href="https://evil.test/x.js"/>',
        '<g xmlns:x="http://www.w3.org/2000/svg"><x:script>alert(1)</x:script></g>',
        '<rect onclick="alert(1)" OnLoad="alert(1)"/>',
        '<a xlink:href="javascript:alert(1)"><text>alert</text></a>',
        '<a href=" &#106;avascript:alert(1)"><rect/></a>',
        '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
        '<a><animate attributeName="xlink:href" values="javascript:alert(1)"/></a>',
        '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.test"/></foreignObject>',
        '<image href="https://evil.test/pixel.png"/>',
        '<image href="/etc/passwd"/>',
        '<image xlink:href="file:///etc/passwd"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zy8+evil"/>',
        '<use href="https://evil.test/x.svg#a"/>',
        "<style>@import url(https://evil.test/x.css);</style>",
        "<style>@font-face { src: url(https://evil.test/x.woff) }</style>",
        r"<style>rect { fill: u\72l(https://evil.test) }</style>",
        "<style>rect { background: image-set('https://evil.test' 1x) }</style>",
        '<rect fill="url(https://evil.test/x.svg#a)"/>',
        """<rect style="fill: URL( 'https://evil.test')"/>""",
        '<g xml:base="https://evil.test/"><use href="#a"/></g>',
        '<?xml-stylesheet href="https://evil.test/x.css"?>',
        "<!-- https://evil.test -->",
        '<audio xmlns="http://www.w3.org/1999/xhtml" src="https://evil.test"/>',
    ],
)
def test_nothing_that_runs_or_reaches_out_of_the_file_stays(body: str) -> None:
    left = cleaned(body).lower()
    for word in ("script", "evil", "alert(", "passwd", "onclick", "onload", "iframe", "import"):
        assert word not in left
    # Where it stood, the rest is whole.
    assert decode(render_svg(left.encode())).size == (1024, 512)


def test_a_drawing_stays_as_it_is() -> None:
    body = (
        '<style>.a { fill: url(#g) } /* &lt; &gt; */</style><defs><linearGradient id="g"><stop offset="1"/></linearGradient>'
        '</defs><rect class="a" width="10" height="10" filter="url(\'#f\')"/><use xlink:href="#r" href="#r"/>'
        '<text xml:space="preserve">Tom &amp; “Jerry” &lt;3</text>'
    )
    left = cleaned(body)
    for part in (
        ".a { fill: url(#g) }",
        "filter=\"url('#f')\"",
        'xlink:href="#r" href="#r"',
        "Tom &amp; “Jerry” &lt;3",
    ):
        assert part in left
    assert clean_svg(left.encode()).decode() == left


def test_one_without_a_name_space_and_of_another_encoding_is_mended() -> None:
    data = '<?xml version="1.0" encoding="UTF-16"?><svg viewBox="0 0 2 4"><title>Käse</title></svg>'.encode("utf-16")
    left = clean_svg(data)
    assert "Käse" in left.decode()
    assert decode(render_svg(left)).size == (512, 1024)


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>',
        b"<svg><g></svg>",
        b"<svg><g>",
        b"<html><svg/></html>",
        b"<svg>" + b"<g>" * 300 + b"</g>" * 300 + b"</svg>",
        b"",
        b"\x00" * 100,
    ],
)
def test_one_that_is_damaged_or_grows_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenImage):
        settle_result(data, "svg")


def test_one_that_is_too_long_is_refused() -> None:
    with pytest.raises(BadImage):
        clean_svg(b"<svg>" + b" " * (16 * 2**20) + b"</svg>")


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('<svg width="3000" height="1500">', (2048, 1024)),
        ('<svg width="1500px" height="1500px">', (1500, 1500)),
        ('<svg width="100%" height="100%" viewBox="0,0,10,20">', (512, 1024)),
    ],
)
def test_the_picture_is_as_large_as_it_says_within_limits(head: str, size: tuple[int, int]) -> None:
    assert decode(render_svg(clean_svg(f"{head}</svg>".encode()))).size == size


@pytest.mark.parametrize("head", ['<svg width="0" height="5">', '<svg viewBox="0 0 x y">'])
def test_one_that_cannot_be_drawn_is_told(head: str) -> None:
    with pytest.raises(BrokenImage):
        render_svg(clean_svg(f"{head}</svg>".encode()))


def test_text_and_embedded_pictures_are_drawn() -> None:
    blank = decode(render_svg(clean_svg(f"{HEAD}</svg>".encode())))
    text = '<text x="2" y="15" font-family="No Such Font">Hello</text>'
    picture = base64.b64encode(encode(photo(8, 8), "PNG")).decode()
    embedded = f'<image width="20" height="20" href="data:image/png;base64,{picture}"/>'
    for body in (text, embedded):
        assert decode(render_svg(cleaned(body).encode())).tobytes() != blank.tobytes()
