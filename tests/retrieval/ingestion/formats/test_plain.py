"""Plain text: what is a heading, a list, a paragraph, and what is only the page around the article.

The pages are invented: no line of them stands in the corpus that Quoth ships with.
"""

from retrieval.documents.model import Block, Quality, Role
from tests.fakes.read_texts import blocks as blocks_of

ARTICLE = (
    "The harbour council voted on Monday to rebuild the old lighthouse, which a storm damaged three winters ago. "
    "Work on the lighthouse begins in April and costs two million crowns.",
    "Fishermen had asked the council for the lighthouse since the storm, because boats lose their way in fog.",
    "The council pays for the work with a fee on every boat that enters the harbour, as the mayor explained.",
)


def blocks(text: str) -> list[tuple[Role, str]]:
    return [(block.role, block.span.of(text)) for block in blocks_of(text)]


def roles(text: str) -> dict[str, Role]:
    return {piece: role for role, piece in blocks(text)}


def page(*around: str, before: str = "") -> str:
    return "\n\n".join(filter(None, (before, *ARTICLE, *around)))


def test_an_article_alone_is_quoted_whole() -> None:
    assert set(roles(page()).values()) == {Role.PARAGRAPH}


def test_a_share_bar_and_a_list_of_languages_below_the_article_are_chrome() -> None:
    text = page("• Like\n• Send\n• Print\n• Deutsch\n• Ελληνικά\n• 한국어")
    found = roles(text)
    assert {found[f"• {line}"] for line in ("Like", "Send", "Print", "Deutsch", "Ελληνικά", "한국어")} == {Role.CHROME}
    assert found[ARTICLE[2]] is Role.PARAGRAPH


def test_a_foot_with_an_address_and_a_copyright_line_is_chrome() -> None:
    text = page("Imprint", "• Harbour Press, Quay 4, 2011 Seaport\n• desk@harbour.example", "© 2031 Harbour Press")
    assert {role for role, piece in blocks(text) if piece not in ARTICLE} == {Role.CHROME}


def test_a_disclaimer_above_the_foot_shares_no_words_with_the_article_and_is_chrome() -> None:
    disclaimer = (
        "Opinions expressed herein belong solely to their writers, carry no warranty whatsoever, and must never be "
        "construed as legal, medical or investment recommendations by this publisher."
    )
    assert roles(page(disclaimer, "• Like\n• Send\n• Print"))[disclaimer] is Role.CHROME


def test_a_last_paragraph_on_the_topic_is_no_disclaimer_even_above_a_foot() -> None:
    closing = "When the lighthouse shines again, the harbour will be open to boats at night, the council said."
    assert roles(page(closing, "• Like\n• Send\n• Print"))[closing] is Role.PARAGRAPH


def test_an_about_text_in_another_script_is_chrome_where_another_sign_agrees() -> None:
    about = "Мы пишем о море и о людях, которые живут рядом с ним, уже двадцать лет подряд. Пишите нам."
    assert roles(page(about))[about] is Role.PARAGRAPH
    assert roles(page(about, "• Like\n• Send\n• Print"))[about] is Role.CHROME


def test_one_caption_with_its_credit_is_only_marked() -> None:
    text = f"{page()}\n\nThe lighthouse stands dark above the harbour on Jan. 3, 2031.\nAna Ruiz/SPA"
    found = {block.span.of(text): block for block in blocks_of(text)}
    assert found["Ana Ruiz/SPA"].role is Role.PARAGRAPH
    assert found["Ana Ruiz/SPA"].quality is Quality.FURNITURE


def test_captions_and_their_credits_are_no_text_of_the_article() -> None:
    caption = "The lighthouse stands dark above the harbour of Seaport on Jan. 3, 2031."
    credit = "Ana Ruiz/SPA"
    other = "The mayor opens the council on March 3, 2031.\nBo Lund/SPA"
    text = "\n".join((ARTICLE[0], "", caption, credit, ARTICLE[1], "", other, ARTICLE[2]))
    found = roles(text)
    assert (found[caption], found[credit]) == (Role.CAPTION, Role.CAPTION)
    assert found[ARTICLE[1]] is Role.PARAGRAPH


def test_title_byline_and_headings_are_told_from_paragraphs() -> None:
    text = page(before="Council rebuilds the lighthouse\n\nBy Ana Ruiz\n\nA vote after the storm")
    found = roles(text)
    assert found["Council rebuilds the lighthouse"] is Role.TITLE
    assert found["By Ana Ruiz"] is Role.BYLINE
    assert found["A vote after the storm"] is Role.HEADING


def test_a_list_with_a_lead_in_belongs_to_the_article_even_at_its_end() -> None:
    text = page("The council will also pay for these things:\n\n• a new fog horn\n• two lamps\n• a boat")
    items: list[Block] = [block for block in blocks_of(text) if block.role is Role.ITEM]
    assert [item.span.of(text) for item in items] == ["• a new fog horn", "• two lamps", "• a boat"]
    assert {item.lead_in and item.lead_in.of(text) for item in items} == {"The council will also pay for these things:"}


def test_a_block_knows_its_heading() -> None:
    text = f"{ARTICLE[0]}\n\nMoney for the work\n\n{ARTICLE[1]}\n\n{ARTICLE[2]}"
    below = [block for block in blocks_of(text) if block.role is Role.PARAGRAPH][-1]
    assert [heading.of(text) for heading in below.headings] == ["Money for the work"]


def test_a_file_wrapped_at_a_fixed_width_is_read_by_paragraphs() -> None:
    text = (
        "The harbour council voted on Monday to rebuild the old lighthouse,\n"
        "which a storm damaged three winters ago. Work on the lighthouse will\n"
        "begin in April and costs two million crowns, said the mayor of the\n"
        "town.\n"
        "\n"
        "Fishermen had asked the council for the lighthouse since the storm,\n"
        "because boats lose their way in the fog that comes in from the sea.\n"
    )
    assert len(blocks(text)) == 2


def test_a_timetable_is_no_article_and_loses_nothing() -> None:
    text = "Monday 9-12\nTuesday 9-12\nWednesday closed\nThursday 14-18\nFriday 9-12"
    assert {role for role, _ in blocks(text)} <= {Role.PARAGRAPH, Role.TITLE, Role.HEADING}
    assert sum(role is Role.PARAGRAPH for role, _ in blocks(text)) >= 4


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    text = "\ufeff" + page("• Like\n• Send\n• Print").replace("\n", "\r\n")
    assert [role for role, _ in blocks(text)] == [role for role, _ in blocks(page("• Like\n• Send\n• Print"))]


def test_a_list_of_ten_thousand_names_is_read_and_loses_nothing() -> None:
    names = "\n".join(f"Member Number{n}" for n in range(10_000))
    assert len(blocks(names)) == 10_000
    bullets = "\n".join(f"- Member Number{n}" for n in range(10_000))
    assert [role for role, _ in blocks(bullets)] == [Role.ITEM] * 10_000


def test_paragraphs_on_many_topics_above_a_foot_lose_three_at_most() -> None:
    entries = [f"Entry{n} explains word{n} with term{n}, sense{n} and usage{n}." for n in range(40)]
    found = roles("\n\n".join([*entries, "• Like\n• Send\n• Print"]))
    assert sum(found[entry] is Role.CHROME for entry in entries) <= 3


def test_the_first_lines_of_a_note_are_text_whatever_they_look_like() -> None:
    assert roles("The guest wifi password is sunflower42\nThe printer stands in room 4")[
        "The guest wifi password is sunflower42"
    ] is (Role.PARAGRAPH)
    assert roles("Door code: 4711") == {"Door code: 4711": Role.PARAGRAPH}


def test_a_date_in_a_line_that_says_something_makes_no_byline() -> None:
    line = "The meeting on 4 June 2027 is cancelled"
    assert roles(page(before=line))[line] is Role.TITLE
    assert roles(page(before=f"{line}\n\nPublished on 1 June 2027"))["Published on 1 June 2027"] is Role.BYLINE


def test_the_foot_of_a_note_and_its_last_sentence_are_text() -> None:
    closing = "Opinions expressed herein belong solely to their writers and carry no warranty whatsoever, ever."
    found = roles(page(closing, "Contact: desk@harbour.example\nPhone: 555-0137\nTickets: 8 euros"))
    assert {found[line] for line in (closing, "Phone: 555-0137", "Tickets: 8 euros")} == {Role.PARAGRAPH}


def test_a_list_without_bullets_is_text_below_its_heading() -> None:
    text = page("Ingredients\nFlour\nEggs\nOat milk\nButter\nSalt", ARTICLE[0])
    found = {block.span.of(text): block for block in blocks_of(text)}
    assert found["Ingredients"].role is Role.HEADING
    assert {found[line].role for line in ("Flour", "Eggs", "Oat milk", "Butter", "Salt")} == {Role.PARAGRAPH}
    assert [heading.of(text) for heading in found["Oat milk"].headings] == ["Ingredients"]


def test_a_question_stands_over_a_short_answer() -> None:
    text = page("Are dogs allowed?\nYes.\n\nIs there a washing machine?\nNo.")
    answer = next(block for block in blocks_of(text) if block.span.of(text) == "No.")
    assert [heading.of(text) for heading in answer.headings] == ["Is there a washing machine?"]


def test_a_numbered_line_over_text_is_a_heading_and_keeps_its_number() -> None:
    text = "1. Grant\n\nThe board lends the plot to the gardener for one year.\n\n2. End\n\nThe licence ends at once."
    assert [piece for role, piece in blocks(text) if role is Role.HEADING] == ["1. Grant", "2. End"]


def test_rows_of_a_table_know_their_header_and_code_its_fence() -> None:
    text = "| Plan | Seats |\n|---|---|\n| Pro | 25 |\n\n```\nx = 1\n\ny = 2\n```\n"
    found = blocks_of(text)
    assert [(block.role, block.span.of(text)) for block in found] == [
        (Role.TABLE, "| Plan | Seats |"),
        (Role.TABLE, "| Pro | 25 |"),
        (Role.CODE, "x = 1\n\ny = 2"),
    ]
    assert found[1].header == found[0].span


def test_a_log_stays_line_by_line_and_a_chat_names_who_speaks() -> None:
    log = "".join(f"2027-02-01 09:{n:02}:00 worker{n} did the job {n}\n" for n in range(20))
    assert len(blocks(log)) == 20
    chat = "".join(f"[09:{n:02}] {name}: said {n} things\n" for n, name in enumerate(("mira", "jonas") * 4))
    assert [block.speaker.of(chat) for block in blocks_of(chat) if block.speaker] == ["mira", "jonas"] * 4


def test_keys_with_values_are_no_conversation() -> None:
    text = "Phone: 555-0137\nFax: 555-0138\nDoor: 4711\nWifi: sunflower\nRoom: 4"
    assert not any(block.speaker for block in blocks_of(text))


def test_subtitles_are_read_by_what_is_said_with_its_time() -> None:
    first = "1\n00:00:01,000 --> 00:00:04,200\nHold the blade at an angle of\n\n"
    text = f"{first}2\n00:00:04,200 --> 00:00:08,000\nfifteen degrees.\n"
    said = [block for block in blocks_of(text) if block.quality is Quality.TEXT]
    assert [block.span.of(text) for block in said] == ["Hold the blade at an angle of", "fifteen degrees."]
    assert [block.locator.value for block in said if block.locator] == ["00:00:01", "00:00:04"]
