"""Moments as text."""

from datetime import datetime


def iso_moment(moment: datetime) -> str:
    """A moment in UTC as 2023-05-09T14:00:00.000000Z: of equal length, so that text sorts as time does."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
