"""Where the bundle starts; the program itself knows nothing of how it was packed."""

import sys

from zwk_barrier.__main__ import main

sys.exit(main())
