"""An office of invented people: for showing the program, for its tests and its benchmarks."""

from zwk_barrier.casework.demonstration.builder import build_demonstration
from zwk_barrier.casework.demonstration.office import LOGIN_NAME, PASSWORD, create_demonstration

__all__ = ["LOGIN_NAME", "PASSWORD", "build_demonstration", "create_demonstration"]
