"""The application as uvicorn imports it, once in each process."""

from app.api.factory import create_app
from app.db import open_engine
from app.settings import get_settings

app = create_app(open_engine(get_settings().database_url))
