# differs: MicroPython's sleep_ms takes a negative number in silence
import time
for f in (lambda: time.sleep(-1), lambda: time.sleep_ms(-5)):
    try:
        f()
        print('no error')
    except ValueError as e:
        print(e)
print(time.ticks_ms())
# expect: sleep length must be non-negative
# expect: sleep length must be non-negative
# expect: 0
