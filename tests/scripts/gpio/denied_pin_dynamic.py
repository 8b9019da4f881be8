# differs: the policy's message is TinyPy's own
from machine import Pin
import time
for n in [2, 6]:
    try:
        Pin(n, Pin.OUT).on()
        print('ok', n)
    except PermissionError as e:
        print(type(e).__name__, isinstance(e, OSError))
# expect pin: 0 ms GPIO2 1
# expect: ok 2
# expect: PermissionError True
