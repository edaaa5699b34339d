"""The program: `planctl`, and `python -m planctl`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line, in a process of its own that is soon over.

    Looking for reference cycles, in so short a life and at its end, takes a sixth of it and frees nothing. Validation
    plugins of other packages have no business here, and finding them reads the metadata of all that is installed.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from planctl.cli import run

        run()
    except KeyboardInterrupt:  # while modules are still imported
        sys.exit(130)
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
