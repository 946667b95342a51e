# /// script
# requires-python = ">=3.11"
# ///
import tools
from tools import *

print(sorted(name for name in globals() if name[0] != "_"))
print(sorted(name for name in vars(tools) if name[:2] != "__"))
