"""Which parts of a building a room has only once; of all others there may be several."""

from functools import cache

from zwk_barrier.reference.table import read_table
from zwk_barrier.resources import resource


@cache
def load_single_elements() -> frozenset[str]:
    """The elements as the criteria name them, read once; raises ValueError with file and row for damaged data."""
    rows = read_table(resource("requirements", "once.csv"), ("element_de", "source", "checked_on"))
    return frozenset(row.required("element_de") for row in rows)
