# differs: the message is TinyPy's own
from machine import Pin
for n in [99, -1]:
    try:
        Pin(n, Pin.OUT)
    except PermissionError as e:
        print(type(e).__name__)
# expect: PermissionError
# expect: PermissionError
