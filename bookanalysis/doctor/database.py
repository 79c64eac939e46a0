"""The database, and whether its tables are this version's."""

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bookanalysis.config import Config
from bookanalysis.doctor.errors import DatabaseAway, DatabaseNotMigrated
from bookanalysis.environment import PROJECT


def database_is_ready(settings: Config) -> str:
    try:
        engine = create_engine(settings.database, **settings.engine_options)
        with engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
        engine.dispose()
    except DBAPIError as error:
        raise DatabaseAway(reason=_first_line(error.orig)) from error
    except (SQLAlchemyError, ImportError) as error:  # no such address, or its driver is missing
        raise DatabaseAway(reason=_first_line(error)) from error
    wanted = ScriptDirectory(str(PROJECT / "migrations")).get_current_head()
    if found != wanted:
        raise DatabaseNotMigrated(found=found or "0", wanted=wanted)
    return f"{engine.dialect.name}, {found}"


def _first_line(error: BaseException | None) -> str:
    return str(error).strip().partition("\n")[0]
