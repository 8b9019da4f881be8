from machine import Pin
up = Pin(4, Pin.IN, Pin.PULL_UP)
down = Pin(5, Pin.IN, Pin.PULL_DOWN)
floating = Pin(18, Pin.IN)
print(up.value(), down.value(), floating.value(), up(), type(up.value()).__name__)

# expect: 1 0 0 1 int
