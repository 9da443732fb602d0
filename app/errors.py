"""The errors that a person may see. Each says what was wrong, where, and what to do; this module imports nothing."""


class AppError(Exception):
    """A failure that is told and not traced: `detail` is a whole sentence for the person who reads it.

    `status` is the HTTP status, `code` the last part of the stable problem type, `title` its short name.
    """

    status = 500
    code = "internal"
    title = "Internal error"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class NotFoundError(AppError):
    status = 404
    code = "not-found"
    title = "Not found"


class InvalidRequestError(AppError):
    """Parameters that can't be used; `problems` has one {location, message, nearest} for each."""

    status = 422
    code = "invalid-parameter"
    title = "Invalid parameter"

    def __init__(self, detail: str, problems: list[dict[str, object]]) -> None:
        super().__init__(detail)
        self.problems = problems


class InvalidCursorError(InvalidRequestError):
    """A cursor of no list, of another list, or of another order; the first page is the nearest that there is."""

    def __init__(self) -> None:
        message = "not a cursor of this list and sort"
        super().__init__(
            f"cursor: {message}. Take next_cursor from a page of this list, or leave cursor out for the first page",
            [{"location": "cursor", "message": message}],
        )


class DocumentError(AppError):
    """A document that can't be read; the detail begins with its name."""

    status = 422
    code = "unreadable-document"
    title = "Unreadable document"


class DocumentTooLargeError(DocumentError):
    """A document of which no more is read than the limit that the detail names."""

    status = 413
    code = "document-too-large"
    title = "Document too large"


class UnsupportedMediaTypeError(AppError):
    """A body of a kind that is not read; `accepted` has the media types that are."""

    status = 415
    code = "unsupported-media-type"
    title = "Unsupported media type"

    def __init__(self, detail: str, accepted: tuple[str, ...]) -> None:
        super().__init__(detail)
        self.accepted = accepted


class DatabaseUnavailableError(AppError):
    """A database that can't be used. `detail` names it, for its operator; `public` is what a stranger is told."""

    status = 503
    code = "database-unavailable"
    title = "Database unavailable"

    def __init__(self, detail: str, public: str = "The database can't be reached. Try again in a few seconds.") -> None:
        super().__init__(detail)
        self.public = public
