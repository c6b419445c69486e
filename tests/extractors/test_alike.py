"""The index of names leaves out none that could be of the same company."""

from hypothesis import given
from hypothesis import strategies as st

from extractors.reading.alike import Alike
from extractors.reading.names import same_company

FILLERS = [f"filler{number} works" for number in range(10)]  # few names are not looked up at all
NAMES = st.lists(
    st.lists(st.sampled_from(["alpha", "a", "b", "ba", "beta", "and", "of", "works"]), min_size=1, max_size=4).map(
        " ".join
    ),
    min_size=1,
    max_size=8,
    unique=True,
)


@given(NAMES, st.data())
def test_every_name_of_the_same_company_is_found(names: list[str], data: st.DataObject) -> None:
    known = dict.fromkeys([*FILLERS, *names])
    asked = data.draw(st.sampled_from(names))
    found = Alike().to(asked, known)
    assert [name for name in known if same_company(name, asked) and name not in found] == []


def test_names_that_come_later_are_found_too() -> None:
    alike, known = Alike(), dict.fromkeys(FILLERS)
    assert alike.to("acme", known) == []
    known["acme energy"] = None
    assert alike.to("acme", known) == ["acme energy"]
