"""What services are like, by the views that count now."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from livingwell.directory.models import Feature, FeatureView, Standing
from livingwell.extensions import db


@dataclass(frozen=True)
class Opinion:
    """Who says that it is so, and who says that it is not, each by their latest view. Nothing is averaged."""

    yes: tuple[FeatureView, ...] = ()
    no: tuple[FeatureView, ...] = ()

    @property
    def standing(self) -> Standing | None:
        """None where people differ: nobody knows until they have talked or gone to see."""
        if self.yes and self.no:
            return None
        return Standing.MET if self.yes else Standing.NOT_MET

    @property
    def is_disputed(self) -> bool:
        return bool(self.yes and self.no)


def standings(service_ids: Iterable[UUID]) -> dict[UUID, dict[Feature, Standing]]:
    """For each service, its features that are known: met or not. One that is absent is unknown, or people differ."""
    return {
        service_id: {
            feature: opinion.standing
            for feature, opinion in opinions.items()
            if isinstance(feature, Feature) and opinion.standing is not None
        }
        for service_id, opinions in opinions_of(service_ids).items()
    }


def opinions_of(service_ids: Iterable[UUID]) -> dict[UUID, dict[Feature | UUID, Opinion]]:
    """For each service, what is said of each feature, and of what somebody said in words of their own (by its id)."""
    opinions: dict[UUID, dict[Feature | UUID, Opinion]] = defaultdict(dict)
    for view in _counting(service_ids):
        said = opinions[view.service_id].get(view.topic, Opinion())
        yes, no = (*said.yes, view) if view.is_so else said.yes, said.no if view.is_so else (*said.no, view)
        opinions[view.service_id][view.topic] = Opinion(yes, no)
    return dict(opinions)


def words_said(service_id: UUID) -> dict[UUID, str]:
    """What somebody said of the service in words of their own, by its id, the first first: also if they changed their
    mind since, because others may have agreed."""
    of_it = select(FeatureView).where(
        FeatureView.service_id == service_id, FeatureView.feature.is_(None), FeatureView.about_id.is_(None)
    )
    return {view.id: view.words for view in db.session.scalars(of_it.order_by(FeatureView.created_at, FeatureView.id))}


def _counting(service_ids: Iterable[UUID]) -> Sequence[FeatureView]:
    """The latest view of each member, lived experience first."""
    counting = select(FeatureView).where(
        FeatureView.service_id.in_(list(service_ids)), FeatureView.replaced_at.is_(None)
    )
    in_order = (FeatureView.is_lived.desc(), FeatureView.created_at, FeatureView.id)
    return db.session.scalars(counting.order_by(*in_order)).all()
