"""HTTP: one file a resource. `create_app` gives the ASGI application."""

from app.api.factory import create_app

__all__ = ["create_app"]
