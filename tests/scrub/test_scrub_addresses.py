"""Which addresses lead to somebody's machine or network, and which words are names of files."""

from __future__ import annotations

import pytest

from briefkit.scrub.addresses import is_local, tells_a_file, without_recipient


@pytest.mark.parametrize(
    "address",
    [
        *("file:///C:/a.docx", "C:\\a.docx", "C:/a.docx", "\\\\server\\share", "../a.docx", "a.docx", "/home/a", "onenote:///a"),
        *(
            "http://localhost/a",
            "http://intranet/a",
            "http://192.168.0.7/a",
            "http://[fe80::1]/a",
            "http://files.office.local",
            "http://[a",
        ),
        "https://name:password@example.org/",
    ],
)
def test_what_leads_into_an_office(address: str) -> None:
    assert is_local(address)


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a", "http://93.184.216.34/", "mailto:a@example.org", "tel:+7", "#place", "", "HTTPS://EXAMPLE.ORG"],
)
def test_what_leads_into_the_web_or_nowhere(address: str) -> None:
    assert not is_local(address)


@pytest.mark.parametrize("text", ["photo.jpg", "C:\\a\\b", "a picture at \\\\server\\a", "file:///a", "/home/a/b", "scan.PDF "])
def test_words_that_name_a_file(text: str) -> None:
    assert tells_a_file(text)


@pytest.mark.parametrize("text", ["A map of the region", "Figure 1", "", "Income and/or costs", "Рисунок 2"])
def test_words_that_describe(text: str) -> None:
    assert not tells_a_file(text)


def test_an_address_is_as_it_was_before_a_mail_program_replaced_it() -> None:
    relayed = "https://a.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org&data=05"
    assert without_recipient(relayed) == "https://example.org"
    assert without_recipient("https://a.safelinks.protection.outlook.com/") == "https://a.safelinks.protection.outlook.com/"
    assert without_recipient("https://example.org/?url=a") == "https://example.org/?url=a"
