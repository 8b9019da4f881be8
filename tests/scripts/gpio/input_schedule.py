# input: 100 ms GPIO4 1
# input: 250 ms GPIO4 0
# input: 300 ms GPIO4 1
from machine import Pin
import time
button = Pin(4, Pin.IN)
for _ in range(8):
    print(time.ticks_ms(), button.value())
    time.sleep_ms(50)

# expect: 0 0
# expect: 50 0
# expect: 100 1
# expect: 150 1
# expect: 200 1
# expect: 250 0
# expect: 300 1
# expect: 350 1
