from machine import Pin
import time
lamp = Pin(26, Pin.OUT)
time.sleep_ms(15)
lamp.on()
print('lamp stays', lamp.value())

# expect pin: 15 ms GPIO26 1
# expect: lamp stays 1
