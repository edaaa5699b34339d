"""The shape of the files as JSON Schema, for editors that complete and check, and for other validators."""

from typing import Any

from planctl.files.schema import shape_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file, with a title and description for everything in it.

    It knows the shape; what a cell may say, and what must agree with what, `planctl check` knows.
    """
    made = shape_of(kind).model_json_schema()
    return {"$schema": DIALECT, **made, "title": f"planctl {kind}_YEAR.yaml"}
