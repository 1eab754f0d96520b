"""The passport as members read it: now, and in any version."""

from livingwell.passports import models  # noqa: F401
