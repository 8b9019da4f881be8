# A traffic light: three LEDs and a table that says what follows what.
from machine import Pin
import time


class TrafficLight:
    # state: (red, yellow, green, milliseconds, next state)
    STATES = {
        "stop": (1, 0, 0, 3000, "ready"),
        "ready": (1, 1, 0, 1000, "go"),
        "go": (0, 0, 1, 4000, "caution"),
        "caution": (0, 1, 0, 1000, "stop"),
    }

    def __init__(self, red, yellow, green):
        self.pins = [Pin(n, Pin.OUT) for n in (red, yellow, green)]
        self.state = "stop"

    def step(self):
        *levels, wait, following = self.STATES[self.state]
        print(f"{self.state:>8} for {wait / 1000:.1f} s")
        for pin, level in zip(self.pins, levels):
            pin.value(level)
        time.sleep_ms(wait)
        self.state = following


light = TrafficLight(red=25, yellow=26, green=27)
for _ in range(6):
    light.step()
