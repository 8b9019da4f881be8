from machine import Pin
import time
heater = Pin(27, Pin.OUT)
def heat():
    heater.on()
    try:
        time.sleep(1)
        raise OSError('sensor lost')
    finally:
        heater.off()
heat()

# expect pin: 0 ms GPIO27 1
# expect pin: 1000 ms GPIO27 0
# expect fault: OSError: sensor lost
# expect trace: line 11 in <module>
# expect trace: line 8 in heat
