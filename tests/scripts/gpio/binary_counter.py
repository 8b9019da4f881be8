from machine import Pin
import time
pins = [Pin(n, Pin.OUT) for n in (16, 17, 18)]
for n in range(8):
    for bit, p in enumerate(pins):
        p.value(n >> bit & 1)
    time.sleep_ms(1)
print(''.join(str(p.value()) for p in reversed(pins)))

# expect pin: 1 ms GPIO16 1
# expect pin: 2 ms GPIO16 0
# expect pin: 2 ms GPIO17 1
# expect pin: 3 ms GPIO16 1
# expect pin: 4 ms GPIO16 0
# expect pin: 4 ms GPIO17 0
# expect pin: 4 ms GPIO18 1
# expect pin: 5 ms GPIO16 1
# expect pin: 6 ms GPIO16 0
# expect pin: 6 ms GPIO17 1
# expect pin: 7 ms GPIO16 1
# expect: 111
