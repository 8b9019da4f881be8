from machine import Pin

def run(n):
    led = Pin(2, Pin.OUT)
    high = 0
    i = 0
    while i < n:
        led.value(i & 1)
        high += led.value()
        i += 1
    return high

print(run(50000))
