"""The one command of this repository, with nothing but Python:

    python3 run.py demo             serve the demo on http://127.0.0.1:5000
    python3 run.py test [-k plan]   every check and every test; arguments go to pytest
    python3 run.py bench            measure the pages
    python3 run.py words            collect every string of the person's side, for translators
    python3 run.py <anything else>  the `livingwell` command line, for instance `create-admin`

It makes .venv, fills it when pyproject.toml has changed, and hands over.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036  said plainly to whoever has an older Python
    sys.exit("Living Well needs Python 3.11 or later; this is " + sys.version.split()[0] + ".")

from tools import checks, environment

DEMO = {"LIVINGWELL_ENVIRONMENT": "development", "LIVINGWELL_DEMO": "1"}


def main(arguments):
    command, *rest = arguments or ["--help"]
    if command in ("-h", "--help"):
        print(__doc__)
        return 0
    if command == "test":
        return checks.run_all(rest)
    if command == "bench":
        return checks.measure(rest)
    if command == "words":
        environment.prepare("dev")
        return environment.hand_over("python", "-m", "tools.words")
    environment.prepare("pdf", "postgres" if os.environ.get("DATABASE_URL", "").startswith("postgres") else None)
    if command == "demo":
        os.environ.update(DEMO)
    return environment.hand_over("livingwell", command, *rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
