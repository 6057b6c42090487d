"""`python -m alliancegraph`."""

import sys

from alliancegraph.cli import main

sys.exit(main())
