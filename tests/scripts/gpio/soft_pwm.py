from machine import Pin
import time
led = Pin(2, Pin.OUT)
def pwm(duty, period=10, cycles=2):
    on = period * duty // 100
    for _ in range(cycles):
        if on:
            led.on()
            time.sleep_ms(on)
        if on < period:
            led.off()
            time.sleep_ms(period - on)
for d in (0, 30, 50, 100):
    pwm(d)
led.off()
print(time.ticks_ms())

# expect pin: 20 ms GPIO2 1
# expect pin: 23 ms GPIO2 0
# expect pin: 30 ms GPIO2 1
# expect pin: 33 ms GPIO2 0
# expect pin: 40 ms GPIO2 1
# expect pin: 45 ms GPIO2 0
# expect pin: 50 ms GPIO2 1
# expect pin: 55 ms GPIO2 0
# expect pin: 60 ms GPIO2 1
# expect pin: 80 ms GPIO2 0
# expect: 80
