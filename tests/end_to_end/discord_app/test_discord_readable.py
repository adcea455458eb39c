"""Is what is quoted readable to a member, each kind as what it is, and inert?"""

from pathlib import Path

import pytest

from tests.end_to_end.discord_app.conftest import Start, app_over
from tests.fakes.discord_markdown import quotes, render

ROWS = "\n".join(f"| part {n} | {n} euros | on the shelf that stands behind the door of room {n} |" for n in range(20))
KINDS = {
    "text": (
        "The **parcel** office is open, see [the plan](plan.md) or [the site](https://example.org/plan).\n",
        "parcel office?",
        "The parcel office is open, see the plan or the site (https://example.org/plan).",
    ),
    "items": (
        "# Rules\n\n## Parcels\n\nNot in a parcel:\n\n- *knives*\n- <b>glue</b>\n",
        "what may not be in a parcel?",
        "Parcels\n\nNot in a parcel:\n\n- knives\n- glue",
    ),
    "row": (
        f"# Parts\n\n| Name | Price | Place |\n|---|---|---|\n{ROWS}\n",
        "price of part 17?",
        "Name: part 17 · Price: 17 euros · Place: on the shelf that stands behind the door of room 17",
    ),
    "code": (
        "# Setting\n\n## Port\n\nThe parcel port:\n\n```toml\nport = **27**  # @everyone <@200>\n  name = `x`\n```\n",
        "parcel port?",
        "port = **27**  # @everyone <@200>\n  name = `x`",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_is_shown_as_what_it_is_and_nothing_in_it_is_live(
    start: Start, tmp_path: Path, kind: str
) -> None:
    text, question, shown = KINDS[kind]
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.md").write_text(text, encoding="utf-8")
    async with start(app_over(tmp_path / "corpus")) as server:
        reply = await server.use("ask", question=question)
    assert shown in "\n".join(quote.text for quote in quotes(reply.text))
    assert render(reply.text).live == []


async def test_what_is_left_out_of_a_table_is_told_and_can_be_read_under_context(start: Start, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.md").write_text(KINDS["row"][0], encoding="utf-8")
    async with start(app_over(tmp_path / "corpus")) as server:
        reply = await server.use("ask", question="price of part 17?")
        context = await server.click(reply, "Context")
    assert "more rows" in reply.text
    assert "part 15" in context.text


async def test_code_that_would_end_its_block_is_quoted_with_every_sign_escaped(start: Start, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    code = "parcel = 1\n``` @everyone\n<@200>"
    (tmp_path / "corpus" / "a.md").write_text(f"# Parcels\n\n~~~~\n{code}\n~~~~\n", encoding="utf-8")
    async with start(app_over(tmp_path / "corpus")) as server:
        reply = await server.use("ask", question="parcel")
    assert code in quotes(reply.text)[0].text
    assert render(reply.text).live == []
