"""The addresses that any document may lead to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.writers.addresses import safe_address
from tests.briefing.writers.hostile_documents import SCHEMES


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTP://Example.org:8080/a?b=c#d", "http://Example.org:8080/a?b=c#d"),
        ("mailto:desk@example.org?subject=a", "mailto:desk@example.org?subject=a"),
        ("https://example.org/%20a%C3%A9", "https://example.org/%20a%C3%A9"),
        ("https://example.org/é<b>\\", "https://example.org/%C3%A9%3Cb%3E%5C"),
        ("https://درعا.example/", "https://%D8%AF%D8%B1%D8%B9%D8%A7.example/"),
    ],
)
def test_a_web_or_mail_address_is_kept_in_ascii(url: str, expected: str) -> None:
    """What is encoded already stays so; nothing else changes where it leads."""
    assert safe_address(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        *SCHEMES,
        " https://example.org",
        "https://example.org/a b",
        "https://exam\u202eple.org",
        "https://example.org/\x00",
        "https://example.org\udfff",
        "https://example.org:99999/",
        "https://example.org:x/",
        "https://",
    ],
)
def test_every_other_address_is_none(url: str) -> None:
    """Other schemes, no host, blanks, signs that show another address than is opened, ports that no machine has."""
    assert safe_address(url) == ""


@given(st.one_of(st.text(), st.text().map("https://example.org/{}".format)))
def test_whatever_is_kept_is_plain_ascii(url: str) -> None:
    """No text ends the string, the attribute or the line that holds the address."""
    address = safe_address(url)
    assert address.isascii()
    assert not set(address) & set(' "<>\\^`{|}\n\r\t')
