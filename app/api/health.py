"""/healthz and /readyz"""

from fastapi import APIRouter, Request

from app.api.problems import UNAVAILABLE
from app.db import UNAVAILABLE as DATABASE_FAULTS
from app.db import unavailable
from app.migrate import require_current_schema
from app.schemas.meta import Health

router = APIRouter(tags=["about"])


@router.get("/healthz")
def get_health() -> Health:
    """Tell that the process answers; it looks at nothing else."""
    return Health(status="ok")


@router.get("/readyz", responses=UNAVAILABLE)
def get_readiness(request: Request) -> Health:
    """Tell that the database answers and its schema is the newest; 503 with the reason where not."""
    engine = request.app.state.engine
    try:
        require_current_schema(engine)
    except DATABASE_FAULTS as error:
        raise unavailable(engine, error) from error
    return Health(status="ok")
