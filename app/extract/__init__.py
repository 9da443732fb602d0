"""Reading: announcements as text in, records with evidence out. Importing this does not load spaCy."""

from app.extract.reading import extract

__all__ = ["extract"]
