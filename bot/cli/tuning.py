"""How is an answer understood and measured? With `explain`, `score` and `synonyms`, for whoever tunes Quoth."""

import sys
from argparse import Namespace

from bot.cli import explain as explained
from bot.cli import score as scoring
from bot.cli import synonyms as synonym_lines
from bot.cli.output import DONE, fail, write_json
from bot.composition import app_of
from bot.config.loading import load_config
from bot.config.settings import Config
from bot.terminal.progress import with_bar
from retrieval import Analyzer, Synonyms, evaluate, suggest_synonyms


def explain(arguments: Namespace, config: Config) -> int:
    """`quoth explain`: how a question is understood, and why which passages win."""
    explanation = app_of(config, progress=with_bar).librarian.explanation(" ".join(arguments.question))
    sys.stdout.write(explained.text(explanation))
    return DONE


def score(arguments: Namespace, config: Config) -> int:
    """`quoth score`: the answers measured by questions whose right answers are known."""
    try:
        questions, forbidden = scoring.questions(arguments.questions), scoring.forbidden(arguments.forbidden)
    except scoring.BadFile as error:
        return fail(str(error))
    figures = evaluate(app_of(config, progress=with_bar).librarian, questions, forbidden)
    if arguments.json:
        write_json(dict(figures))
    else:
        sys.stdout.write(scoring.table(figures))
    return DONE


def synonyms(arguments: Namespace, config: Config) -> int:
    """`quoth synonyms suggest`: words of the documents that seem to mean the same."""
    configured = load_config(arguments.config).synonyms  # even those that were written for other documents are known
    analyzer = Analyzer()
    known = Synonyms.general(analyzer) | Synonyms.read(configured, analyzer)
    documents = app_of(config, progress=with_bar).librarian.documents
    sys.stdout.write(synonym_lines.of_suggestions(suggest_synonyms(documents, known, analyzer)))
    return DONE
