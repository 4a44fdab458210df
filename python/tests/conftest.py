"""Puts the packages under test on the path, wherever pytest was started from."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
