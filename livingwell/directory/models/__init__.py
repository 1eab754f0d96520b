"""Services, their feeds, and what they are like."""

from livingwell.directory.models.feature import Feature, FeatureView
from livingwell.directory.models.feed import Feed, FeedReading, FeedTurn, ReadingStage
from livingwell.directory.models.feed_row import SAID, FeedRefusal, FeedRow
from livingwell.directory.models.services import Service, ServiceCheck, ServiceKind

__all__ = [
    "SAID",
    "Feature",
    "FeatureView",
    "Feed",
    "FeedReading",
    "FeedRefusal",
    "FeedRow",
    "FeedTurn",
    "ReadingStage",
    "Service",
    "ServiceCheck",
    "ServiceKind",
]
