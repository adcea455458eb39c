"""Is YAML found by what stands in it, with its comments, entry by entry?"""

from retrieval.documents.model import Role
from retrieval.ingestion.formats.reader import Source
from retrieval.ingestion.formats.registry import read


def entries(text: str) -> list[str]:
    """The blocks of a file with this text, which are all lines as they stand."""
    document = read(Source("a.yaml", text.encode())).document("a.yaml")
    assert {block.role for block in document.blocks} <= {Role.CODE}
    return [block.span.of(text) for block in document.blocks]


def test_an_entry_at_the_margin_is_a_block_with_the_comments_above_it() -> None:
    text = "%YAML 1.2\n---\n# where it listens\nserver:\n  port: 8080\n\nhosts:\n- a.example\n- b.example\n...\n"
    assert entries(text)[1:] == ["# where it listens\nserver:\n  port: 8080", "hosts:\n- a.example\n- b.example"]


def test_of_a_list_each_record_is_a_block() -> None:
    assert entries("- name: Ann\n  day: Monday\n- name: Ben\n  day: Friday\n") == [
        "- name: Ann\n  day: Monday",
        "- name: Ben\n  day: Friday",
    ]


def test_what_is_no_yaml_is_read_as_it_stands_and_names_that_stand_for_others_cost_nothing() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{n}: &n{n} [*a, *a]\n" for n in range(50)) + "key: [unclosed\n"
    assert "".join(entries(bomb)).count("[*a, *a]") == 50
