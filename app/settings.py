"""Settings, each from an environment variable with AIDLEDGER_ in front. Nothing else reads the environment."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """One field a setting; its description is what the documentation says of it."""

    model_config = SettingsConfigDict(env_prefix="AIDLEDGER_", env_ignore_empty=True)

    database_url: str = Field(
        default="sqlite:///aidledger.db",
        description="SQLAlchemy URL of the database: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME",
    )
    seeds_dir: Path = Field(
        default=ROOT / "seeds",
        description="Folder whose documents `aidledger serve` loads into an empty database",
    )
    cors_origins: Annotated[list[str], NoDecode] = Field(
        default=["*"],
        description="Origins whose pages may read the API and post to /v1/extractions, joined by commas; * for all",
    )

    @field_validator("cors_origins", mode="before")
    @classmethod
    def split_origins(cls, value: object) -> object:
        if isinstance(value, str):
            return [origin.strip() for origin in value.split(",") if origin.strip()]
        return value


@cache
def get_settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
