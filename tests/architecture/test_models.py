"""What every table keeps to."""

from sqlalchemy.orm import RelationshipProperty

import livingwell.app  # noqa: F401  brings every model with it
from livingwell.extensions import Model


def relationships() -> list[RelationshipProperty[object]]:
    Model.registry.configure()
    return [each for mapper in Model.registry.mappers for each in mapper.relationships]


def test_relationships_never_load_by_themselves() -> None:
    lazy = [str(each) for each in relationships() if each.lazy != "raise_on_sql"]
    assert lazy == []


def test_relationships_point_one_way() -> None:
    assert [str(each) for each in relationships() if each.back_populates or each.backref] == []
