"""The append-only record of every write, and of every read of a person's record."""

from livingwell.audit.access import record_read
from livingwell.audit.recording import record, record_each

__all__ = ["record", "record_each", "record_read"]
