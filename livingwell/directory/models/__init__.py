"""Services, their feeds, and what they are like."""

from livingwell.directory.models.course import Course
from livingwell.directory.models.feature import Feature, FeatureView, Standing
from livingwell.directory.models.feed import Feed, FeedReading, FeedTurn, ReadingStage, WordsDue
from livingwell.directory.models.feed_row import SAID, FeedRefusal, FeedRow
from livingwell.directory.models.searching import ServiceWord
from livingwell.directory.models.services import POSTCODE, Service, ServiceCheck, ServiceKind, ServiceWithdrawal

__all__ = [
    "POSTCODE",
    "SAID",
    "Course",
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
    "ServiceWithdrawal",
    "ServiceWord",
    "Standing",
    "WordsDue",
]
