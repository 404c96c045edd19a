"""How a script ends that cannot go on."""
import sys


def fail(message):
    """Ends the script with one line on standard error."""
    sys.exit(f"error: {message}")
