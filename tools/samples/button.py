# Reads a button with a pull-up resistor for a second and copies it to the LED.
# On the simulated board nobody presses it: the pull-up keeps it at 1, which means "not pressed".
from machine import Pin
import time

button = Pin(4, Pin.IN, Pin.PULL_UP)
led = Pin(2, Pin.OUT)


def levels(pin, interval, count):
    for _ in range(count):
        yield pin.value()
        time.sleep_ms(interval)


def on_change(level):
    led.value(0 if level else 1)
    print("released" if level else "pressed")


before = None
for level in levels(button, 50, 20):
    if level != before:
        on_change(level)
        before = level

print("the button was last", "released" if before else "pressed")
