from machine import Pin
import time
led = Pin(5, Pin.OUT)
for _ in range(5):
    led.toggle()
    print(led.value())
    time.sleep_ms(10)

# expect pin: 0 ms GPIO5 1
# expect: 1
# expect pin: 10 ms GPIO5 0
# expect: 0
# expect pin: 20 ms GPIO5 1
# expect: 1
# expect pin: 30 ms GPIO5 0
# expect: 0
# expect pin: 40 ms GPIO5 1
# expect: 1
