"""What a text is: normal form, language, notice of correction."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.pages.notices import correction_notice
from extractors.pages.texts import is_furniture, language_of, normalised, text_hash

TEXT = "Nvidia will invest up to $100 billion in OpenAI.\nThe first $10 billion comes with the first gigawatt, it said."

COSMETIC = {
    "white space and line breaks": TEXT.replace("\n", "\n\n  ").replace(" in ", "\u00a0in\t"),
    "one long line": TEXT.replace("\n", " "),
    "a time of update at the top": f"Updated 5 minutes ago\n{TEXT}",
    "a full time stamp": f"Last updated: Mon 22 Sep 2025 10.45 BST\nPublished on May 2, 2025 at 9:30 a.m. EDT\n{TEXT}",
    "time to read, comments, sharing": f"3 min read\n12 comments\nShare\n{TEXT}\nRelated articles:\nAdvertisement",
    "invisible characters": TEXT.replace("invest", "in\u00advest").replace("The", "\ufeffThe\u200b"),
    "full-width letters": TEXT.replace("Nvidia", "Ｎvidia"),
}


@pytest.mark.parametrize("text", COSMETIC.values(), ids=COSMETIC)
def test_cosmetic_differences_give_the_same_hash(text):
    assert text_hash(text) == text_hash(TEXT)


QUOTED = {
    "quotes": ("“It's done,” he said", '"It’s done," he said'),
    "dashes": ("a 10-GW plan — the first – of 2025‑26", "a 10–GW plan - the first-of 2025-26"),
    "ellipsis": ("and then…", "and then..."),
}


@pytest.mark.parametrize(("one", "other"), QUOTED.values(), ids=QUOTED)
def test_kinds_of_signs_give_the_same_hash(one, other):
    assert text_hash(one) == text_hash(other)


DIFFERENT = {
    "a figure": TEXT.replace("100", "30"),
    "a decimal point": TEXT.replace("10 billion", "1.0 billion"),
    "a hedge": TEXT.replace("up to ", ""),
    "a currency": TEXT.replace("$", "€"),
    "a percent sign": TEXT.replace("billion in", "% in"),
    "a case": TEXT.replace("Nvidia", "nvidia"),
    "a sentence more": f"{TEXT}\nCorrection: an earlier version gave another sum.",
}


@pytest.mark.parametrize("text", DIFFERENT.values(), ids=DIFFERENT)
def test_what_the_text_says_changes_the_hash(text):
    assert text_hash(text) != text_hash(TEXT)


@given(st.text(max_size=200))
def test_the_normal_form_is_normal(text):
    once = normalised(text)
    assert normalised(once) in (once, "")  # a text that is one line of furniture once its lines are joined
    assert "  " not in once


FURNITURE_LINES = {
    "Updated 5 minutes ago": True,
    "5 min read": True,
    "Advertisement": True,
    "Published: 22 September 2025, 10:45 GMT": True,
    "SHARE:": True,
    "Read more: Nvidia to invest in OpenAI": False,
    "Updated figure: $30 billion": False,
    "The deal is to close in May 2026": False,
    "Shares rose 5% today": False,
    "May 2026": False,
    "": False,
}


@pytest.mark.parametrize(("line", "is_it"), FURNITURE_LINES.items())
def test_is_furniture(line, is_it):
    assert is_furniture(line) == is_it


LANGUAGES = {
    "English": ("The companies said on Monday that the deal would close by the end of the year.", "en"),
    "an English brief": ("Nvidia is to invest up to $100bn in OpenAI", "en"),
    "German": ("Die Unternehmen teilten am Montag mit, dass der Kauf bis zum Jahresende abgeschlossen wird.", "de"),
    "French": ("Les entreprises ont annoncé lundi que la vente serait conclue avant la fin de l'année.", "fr"),
    "Spanish": ("Las empresas anunciaron el lunes que la compra se cerrará antes de que termine el año.", "es"),
    "Italian": ("Le società hanno detto che la vendita sarà conclusa entro la fine dell'anno con un accordo.", "it"),
    "Portuguese": ("As empresas disseram que o negócio foi fechado e não deve mudar até o fim do ano.", "pt"),
    "Dutch": ("De bedrijven zeiden dat de overname van het bedrijf aan het eind van het jaar wordt afgerond.", "nl"),
    "Swedish": ("Bolagen sade på måndagen att köpet av företaget är klart och inte kommer att ändras.", "sv"),
    "Polish": ("Spółki podały, że umowa nie jest jeszcze podpisana i że zostanie zawarta do końca roku.", "pl"),
    "Turkish": ("Şirketler bu anlaşma için yıl sonuna kadar ve daha fazla yatırım olarak bir açıklama yaptı.", "tr"),
    "Japanese": ("両社は月曜日、取引が年末までに完了すると発表した。", "ja"),
    "Chinese": ("两家公司周一表示，交易将于年底前完成。", "zh"),
    "Korean": ("두 회사는 월요일에 거래가 연말까지 완료될 것이라고 밝혔다.", "ko"),
    "Russian": ("Компании сообщили, что сделка будет закрыта до конца года.", "ru"),
    "Arabic": ("قالت الشركتان إن الصفقة ستكتمل بحلول نهاية العام.", "ar"),
    "an English text with a foreign name": (
        "The ministry (財務省) said that it was aware of the plan by the group.",
        "en",
    ),
    "figures alone": ("100 200 300 400 500 600", None),
    "a name": ("OpenAI", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("text", "language"), LANGUAGES.values(), ids=LANGUAGES)
def test_language_of(text, language):
    assert language_of(text) == language


NOTICES = {
    "Correction: An earlier version misstated the sum.": True,
    "CORRECTION (Nov. 22): The stake is 27%, not 72%.": True,
    "Corrections & Clarifications: The deal was announced on Monday.": True,
    "Clarification: The figure includes debt.": True,
    "This article was amended on 23 September 2025 to correct the sum.": True,
    "This story has been updated with a comment from the company.": True,
    "An earlier version of this article said $10 billion.": True,
    "In an earlier version of this report, the sum was wrong.": True,
    "(Corrects paragraph 3 to say million, not billion)": True,
    "-- corrects year of loss in third paragraph": True,
    "CORRECTED - Big Bank sells unit": True,
    "Updated to reflect the company's statement.": True,
    "Editor's note: This article originally said that the deal was closed.": True,
    "The correction of the market took $1 trillion off its value.": False,
    "The guidance was updated in May.": False,
    "An earlier version of the chip was slower.": False,
    "The story of the company was changed by the deal.": False,
    "Analysts expect a correction: shares are dear.": False,
}


@pytest.mark.parametrize(("sentence", "is_one"), NOTICES.items())
def test_correction_notice(sentence, is_one):
    text = f"{TEXT}\n{sentence}\nMore."
    assert correction_notice(text) == (sentence if is_one else None)


def test_only_the_sentence_is_the_notice():
    text = "Nvidia invests. This article was amended on Monday. The sum is $10bn."
    assert correction_notice(text) == "This article was amended on Monday."


LONG = {
    name: sign * (200_000 // len(sign))
    for name, sign in {
        "digits": "1",
        "brackets": "[",
        "spaces": " ",
        "dashes": " -",
        "lines": "x\n",
        "marks": "\u0301",
        "notice": "the article ",
        "head": "updated ",
        "dots": ". ",
    }.items()
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_time_grows_no_faster_than_the_text(text):
    start = time.perf_counter()
    text_hash(text), language_of(text), correction_notice(text)
    assert time.perf_counter() - start < 2
