# differs: MicroPython writes the output latch in silence
from machine import Pin
p = Pin(4, Pin.IN)
try:
    p.value(1)
except ValueError as e:
    print(e)
print(p.value())
# expect: pin 4 is an input
# expect: 0
