"""A lead reads a feed into the directory: looks at what would change, and says yes."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from flask import Response

from livingwell.core.errors import Conflict, Invalid
from livingwell.core.spreadsheet import csv_lines
from livingwell.directory.actions.feeds.columns import OPTIONAL
from livingwell.directory.actions.feeds.going_live import drop_reading, make_live
from livingwell.directory.actions.feeds.sources import FileSource
from livingwell.directory.actions.feeds.staging import read_whole
from livingwell.directory.actions.feeds.starting import begin_reading, keep_feed
from livingwell.directory.forms.feeds import FeedForm, FeedSent, LiveForm
from livingwell.directory.models import FeedReading, ReadingStage
from livingwell.directory.presenters.feeds import FeedLine, ReadingCard, RefusalLine, named_fields
from livingwell.directory.queries import feed_comparing as comparing
from livingwell.directory.queries import feeds as queries
from livingwell.directory.views.blueprint import directory
from livingwell.identity.permissions import Permission
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see

SHOWN = 50


@directory.route("/directory/feeds", methods=["GET", "POST"])
@needs(Permission.IMPORT_DIRECTORY)
def list_feeds() -> Any:
    """The feeds so far, and the place to name another."""
    form = FeedForm()
    if not form.validate_on_submit():
        return _list(form)
    try:
        reading = _begun(form.command())
    except Invalid as error:
        form.refuse(error)
        return _list(form)
    return see("directory.show_reading", reading_id=reading.id)


@directory.post("/directory/feeds/<uuid:feed_id>/readings")
@needs(Permission.IMPORT_DIRECTORY)
def read_again(feed_id: UUID) -> Response:
    """Have the feed read at its address once more."""
    feed = queries.feed_of(feed_id)
    if not feed.url:
        raise Conflict("This feed has no address. Choose its file, under its name.")
    reading = begin_reading(feed.id, feed.url, current_actor(), by_the_worker=True)
    return see("directory.show_reading", reading_id=reading.id)


@directory.get("/directory/readings/<uuid:reading_id>")
@needs(Permission.IMPORT_DIRECTORY)
def show_reading(reading_id: UUID) -> Response:
    """How far a reading is, what it would change, or what it has."""
    return _reading(queries.reading_of(reading_id), LiveForm())


@directory.post("/directory/readings/<uuid:reading_id>/live")
@needs(Permission.IMPORT_DIRECTORY)
def make_reading_live(reading_id: UUID) -> Response:
    """Say yes."""
    form = LiveForm()
    if not form.validate_on_submit():
        return _reading(queries.reading_of(reading_id), form)
    make_live(reading_id, current_actor(), most_may_go=bool(form.most_may_go.data))
    return see("directory.show_reading", reading_id=reading_id, said="It is live.")


@directory.post("/directory/readings/<uuid:reading_id>/removal")
@needs(Permission.IMPORT_DIRECTORY)
def drop_feed_reading(reading_id: UUID) -> Response:
    """Say no."""
    drop_reading(reading_id, current_actor())
    return see("directory.list_feeds", said="The reading is dropped. Nothing was changed.")


@directory.get("/directory/readings/<uuid:reading_id>/refused-rows.csv")
@needs(Permission.IMPORT_DIRECTORY)
def download_refused_services(reading_id: UUID) -> Response:
    """What was refused or left out, to be sent to those who keep the feed."""
    reading = queries.reading_of(reading_id)
    answer = Response("".join(csv_lines(_refused_cells(reading))), mimetype="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="refused-services.csv"'
    return answer


def _begun(sent: FeedSent) -> FeedReading:
    actor = current_actor()
    feed = keep_feed(sent.name, sent.url, actor)
    reading = begin_reading(feed.id, sent.url or sent.file_name, actor, by_the_worker=sent.stream is None)
    return reading if sent.stream is None else read_whole(reading.id, FileSource(sent.stream), actor)


def _list(form: FeedForm) -> Response:
    latest = queries.latest_readings()
    return page(
        "directory/list_feeds.html",
        status=422 if form.errors else 200,
        form=form,
        feeds=[FeedLine.of(feed, latest.get(feed.id)) for feed in queries.feeds_by_name()],
        words_due=queries.count_of_words_due(),
        columns=", ".join(OPTIONAL),
    )


def _reading(reading: FeedReading, form: LiveForm) -> Response:
    is_ready = reading.stage is ReadingStage.READY
    found = comparing.compare(reading) if is_ready else None
    kept = comparing.kept_by_hand(reading, SHOWN) if is_ready else []
    return page(
        "directory/show_reading.html",
        status=422 if form.errors else 200,
        reading=ReadingCard.of(reading, queries.turn_at(reading.feed_id)),
        form=form,
        found=found,
        gone=comparing.names_of_gone(reading, SHOWN) if is_ready else [],
        kept=[(each.service_id, each.name, named_fields(each.fields)) for each in kept],
        reasons=queries.counted_refusals(reading.id),
        refused=[RefusalLine.of(each) for each in queries.refusals(reading.id, SHOWN)],
        shown=SHOWN,
    )


def _refused_cells(reading: FeedReading) -> Iterator[list[object]]:
    yield ["Row", "Id", "Name", "Whole row refused", "Why"]
    for each in queries.refusals(reading.id):
        yield [each.number, each.feed_key, each.name, "yes" if each.is_whole else "no", each.reason]
