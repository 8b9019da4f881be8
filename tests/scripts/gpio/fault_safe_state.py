# differs: after an uncaught exception the sandbox puts pins into their safe state
from machine import Pin
import time
heater = Pin(26, Pin.OUT)
heater.on()
time.sleep_ms(15)
1 / 0
# expect pin: 0 ms GPIO26 1
# expect pin: 15 ms GPIO26 0
# expect fault: ZeroDivisionError: division by zero
# expect trace: line 7 in <module>
