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
        from planctl.cli.app import run

        run()
    except KeyboardInterrupt:  # while modules are still imported
        sys.exit(130)
    except Exception as fault:
        sys.exit(_told(fault))
    finally:
        gc.freeze()


def _told(fault: Exception) -> int:
    """Tell of a fault that nobody foresaw, in English where not even that can be imported; return the exit code."""
    try:
        from planctl.cli.unforeseen import leave

        return leave(fault)
    except Exception as worse:
        os.write(2, f"planctl: {worse!r}: planctl is not installed rightly; install it again\n".encode())
        return 70


if __name__ == "__main__":
    main()
