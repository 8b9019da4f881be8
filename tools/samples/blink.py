# Blinks the LED five times: half a second on, half a second off.
from machine import Pin
import time

led = Pin(2, Pin.OUT)

for i in range(5):
    led.on()
    print("on", i + 1)
    time.sleep_ms(500)
    led.off()
    time.sleep_ms(500)

print("done")
