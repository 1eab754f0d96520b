"""Services, their feeds, and what they are like."""

from livingwell.directory.models.feature import Feature, FeatureView
from livingwell.directory.models.feed import Feed
from livingwell.directory.models.services import Service, ServiceCheck, ServiceKind

__all__ = ["Feature", "FeatureView", "Feed", "Service", "ServiceCheck", "ServiceKind"]
