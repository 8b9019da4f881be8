# input: 10 ms GPIO34 1
# input: 20 ms GPIO34 0
# input: 30 ms GPIO34 1
# input: 40 ms GPIO34 0
# input: 50 ms GPIO34 1
from machine import Pin
import time
pin = Pin(34, Pin.IN)
edges, last = 0, 0
while time.ticks_ms() < 60:
    v = pin.value()
    edges += v > last
    last = v
    time.sleep_ms(5)
print(edges, 'rising edges')

# expect: 3 rising edges
