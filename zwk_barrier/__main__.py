"""``python -m zwk_barrier``: the window, or with a command the same use cases without one."""

import sys


def main() -> int:
    """Runs the program and gives its exit code."""
    from zwk_barrier.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
