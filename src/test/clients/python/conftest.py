# SPDX-License-Identifier: Apache-2.0
import sys
from pathlib import Path

GENERATED = Path(__file__).resolve().parents[4] / "target" / "clients"

sys.path[:0] = [str(GENERATED / "python"), str(GENERATED / "python-grpc")]
