from machine import Pin
import time
class High:
    def __init__(self, pin):
        self.pin = pin
    def __enter__(self):
        self.pin.on()
        return self.pin
    def __exit__(self, *a):
        self.pin.off()
relay = Pin(26, Pin.OUT)
with High(relay) as r:
    time.sleep_ms(10)
    print('inside', r.value())
try:
    with High(relay):
        time.sleep_ms(5)
        1 / 0
except ZeroDivisionError:
    print('off again', relay.value())

# expect pin: 0 ms GPIO26 1
# expect: inside 1
# expect pin: 10 ms GPIO26 0
# expect pin: 10 ms GPIO26 1
# expect pin: 15 ms GPIO26 0
# expect: off again 0
