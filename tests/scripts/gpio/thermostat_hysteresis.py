from machine import Pin
import time
relay = Pin(26, Pin.OUT)
temp = 18.0
for minute in range(30):
    if temp < 19.5:
        relay.on()
    elif temp > 20.5:
        relay.off()
    temp += 0.4 if relay.value() else -0.3
    time.sleep(60)
print(f'{temp:.1f}', relay.value())

# expect pin: 0 ms GPIO26 1
# expect pin: 420000 ms GPIO26 0
# expect pin: 720000 ms GPIO26 1
# expect pin: 960000 ms GPIO26 0
# expect pin: 1260000 ms GPIO26 1
# expect pin: 1440000 ms GPIO26 0
# expect pin: 1680000 ms GPIO26 1
# expect: 20.2 1
