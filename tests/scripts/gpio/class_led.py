from machine import Pin
import time
class Led:
    def __init__(self, n):
        self._pin = Pin(n, Pin.OUT)
        self.changes = 0
    @property
    def lit(self):
        return bool(self._pin.value())
    @lit.setter
    def lit(self, on):
        if on != self.lit:
            self.changes += 1
        self._pin.value(on)
    def flash(self, n, ms=20):
        for _ in range(n):
            self.lit = not self.lit
            time.sleep_ms(ms)
            self.lit = not self.lit
            time.sleep_ms(ms)
led = Led(2)
led.flash(2)
led.lit = True
led.lit = True
print(led.lit, led.changes)

# expect pin: 0 ms GPIO2 1
# expect pin: 20 ms GPIO2 0
# expect pin: 40 ms GPIO2 1
# expect pin: 60 ms GPIO2 0
# expect pin: 80 ms GPIO2 1
# expect: True 5
