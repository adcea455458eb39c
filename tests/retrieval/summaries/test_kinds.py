"""Of each kind of document: what a summary must have, and what it leaves to the reader of the whole."""

from pathlib import Path

import pytest

from retrieval import Librarian, RetrievalSettings

CHANGE_LOG = """\
# Changelog

All notable changes of the tide clock are noted here.

## 3.2.0 - 2026-05-02

### Added
- The clock shows the tide of three harbours at once.
- Alarms can be set for high water and for low water.

### Fixed
- The lamp no longer blinks when the battery is full.

## 3.1.0 - 2025-11-20

### Added
- The display can be read in sunlight.

## 3.0.0 - 2025-01-10

### Removed
- The old serial port is gone.

## 2.0.0 - 2023-01-10

### Changed
- The case is made of aluminium.
- The menu has fewer pages.
"""

MINUTES = """\
# Minutes of the board, 4 May 2026

Present: Ana Ruiz, Ben Okoye, Mia Lind
Excused: Tom Berg

## 1. Opening

Ana opens the meeting at seven. The minutes of April are read. There is coffee.

## 2. The pier

Ben reports on the state of the pier. Several planks are rotten. Mia asks what a repair would cost. Ben has
two offers.
The board decided to repair the pier before the regatta for at most 4,000 euros.
Action: Ben orders the planks by 12 May.

## 3. The regatta

There was a long talk about the date of the regatta. Tom had written that June is too early.
Decision: the regatta takes place on 18 July.
Mia will book the band by the end of the month.

## 4. Any other business

Nothing was raised. The meeting closes at nine.
"""

STATUTES = """\
# Statutes of the rowing society

## § 1 Name and seat

The society bears the name Harbour Rowers. It has its seat in Lindholm. The year of business is the year of
the calendar.

## § 2 Purpose

The society furthers the sport of rowing among the young and the old.

## § 3 Membership

Anybody who is fourteen years old may become a member. The board decides on applications in writing. A member
who has not paid for six months is struck off the list.

## § 4 Fees

The fee is 90 euros a year and is due on 31 March. Members under eighteen pay half.

## § 5 General meeting

The general meeting takes place once a year in spring. Members must be invited at least four weeks before it.
A change of the statutes needs two thirds of the votes cast.
"""

TUTORIAL = """\
# How to change the filter

A clogged filter makes the pump loud and slow. Changing it takes ten minutes.

You need a new filter, a bucket and a cloth.

1. Switch the pump off and pull the plug.
2. Close both valves of the pump.
3. Turn the lid to the left and lift the old filter out.
4. Put the new filter in with the arrow pointing down.
5. Open the valves and switch the pump on again.

Never run the pump without a filter, since sand destroys the wheel within minutes.

## Background

Our first pumps had no filter at all. People were used to that and cleaned the wheel every week.
"""

CHAT = """\
[2026-05-04 18:01] Ana: hi all
[2026-05-04 18:01] Ben: hey
[2026-05-04 18:02] Ana: does anybody know why the lamp of the pier is dark?
[2026-05-04 18:03] Ben: lol again
[2026-05-04 18:04] Mia: I had a look at it this morning.
[2026-05-04 18:05] Mia: The fuse was blown because water got into the box.
[2026-05-04 18:06] Ana: oh no
[2026-05-04 18:08] Tom: So the solution is to seal the box with silicone and to put in a 16 ampere fuse.
[2026-05-04 18:09] Ana: great, let us do that on Saturday at ten.
[2026-05-04 18:10] Ben: ok
"""

LONG_STORY = """\
# Moving the archive to the new building

It was a long road until here, and many people have had many thoughts on it over the last ten years, in this
house and in others.

Old houses have a charm of their own, as everybody knows who has worked in one of them for a while.

## Where we come from

The archive stood in the cellar of the town hall since 1911. The cellar was wet in the winter and warm in the summer.

## TL;DR

The archive moves on 3 August. It stays closed from 20 July to 10 August. Nobody loses access to scans.

## Details

Boxes are packed by a company from Lindholm. Maps travel in drawers of their own.
"""

QUESTIONS = """\
# Questions and answers

## How long may I keep a book?

Four weeks. You can extend it twice, unless somebody else waits for it.

## What does a lost book cost?

You pay the price of a new copy and five euros for our work.

## May I bring my dog?

Dogs are welcome in the hall, but not in the reading room.
"""

REFERENCE = """\
# Error codes

If you see a code starting with HB, look here first.

| Code | Meaning | What to do |
|---|---|---|
| HB-1 | The pier is closed | Wait for the morning |
| HB-2 | The lamp of the boat is broken | Ask the harbour master for a new lamp |
| HB-3 | No life jacket on board | Never sail without one |
"""


@pytest.mark.parametrize(
    ("name", "text", "sentences", "wanted", "unwanted"),
    [
        ("changes.md", CHANGE_LOG, 4, ("three harbours at once", "high water"), ("aluminium", "fewer pages", "serial")),
        ("minutes.md", MINUTES, 4, ("Action: Ben orders", "Decision: the regatta"), ("coffee", "Excused", "closes at")),
        (
            "statutes.md",
            STATUTES,
            5,
            ("Harbour Rowers", "furthers the sport", "fourteen years", "90 euros", "in spring"),
            (),
        ),
        ("filter.md", TUTORIAL, 9, ("1. Switch the pump off", "5. Open the valves", "Never run the pump"), ("at all",)),
        ("pier.txt", CHAT, 3, ("Mia: The fuse was blown", "Tom: So the solution"), ("hey", "lol", "oh no", "ok")),
        ("move.md", LONG_STORY, 4, ("The archive moves on 3 August.", "It stays closed"), ("Maps",)),
        ("faq.md", QUESTIONS, 6, ("How long may I keep a book?\n\nFour weeks.", "What does a lost book cost?"), ()),
        ("codes.md", REFERENCE, 4, ("HB-2", "HB-3"), ("| Code",)),
    ],
)
def test_each_kind_of_document_is_summarized_in_its_way(
    tmp_path: Path, name: str, text: str, sentences: int, wanted: tuple[str, ...], unwanted: tuple[str, ...]
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    lines = Librarian.open(tmp_path, RetrievalSettings()).summarize(name, sentences).sentences
    said = "\n".join(line.text for line in lines)
    assert all(line.text in text for line in lines)
    assert [words for words in wanted if words not in said] == []
    assert [words for words in unwanted if words in said] == []
