from machine import Pin
import time
CODE = {'S': '...', 'O': '---', 'E': '.'}
led = Pin(2, Pin.OUT)
UNIT = 100
def send(text):
    for ch in text:
        for i, sym in enumerate(CODE[ch]):
            if i:
                time.sleep_ms(UNIT)
            led.on()
            time.sleep_ms(UNIT if sym == '.' else 3 * UNIT)
            led.off()
        time.sleep_ms(3 * UNIT)
send('SOE')
print(time.ticks_ms())

# expect pin: 0 ms GPIO2 1
# expect pin: 100 ms GPIO2 0
# expect pin: 200 ms GPIO2 1
# expect pin: 300 ms GPIO2 0
# expect pin: 400 ms GPIO2 1
# expect pin: 500 ms GPIO2 0
# expect pin: 800 ms GPIO2 1
# expect pin: 1100 ms GPIO2 0
# expect pin: 1200 ms GPIO2 1
# expect pin: 1500 ms GPIO2 0
# expect pin: 1600 ms GPIO2 1
# expect pin: 1900 ms GPIO2 0
# expect pin: 2200 ms GPIO2 1
# expect pin: 2300 ms GPIO2 0
# expect: 2600
