# differs: the name is this implementation's
import sys
from sys import implementation
i = sys.implementation
print(i.name, i.version, sys.implementation.name, implementation.version[0], i[0], len(i))  # expect: tinypy (0, 1, 0) tinypy 0 tinypy 2
print(i)  # expect: namespace(name='tinypy', version=(0, 1, 0))
print(hasattr(i, 'name'), getattr(sys.implementation, 'cache_tag', None))  # expect: True None
