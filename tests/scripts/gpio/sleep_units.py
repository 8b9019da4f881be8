from machine import Pin
import time
p = Pin(2, Pin.OUT)
t0 = time.ticks_us()
p.on()
time.sleep(0.25)
p.off()
time.sleep_ms(250)
p.on()
time.sleep_us(1500)
p.off()
time.sleep(1)
p.on()
print(time.ticks_us() - t0, time.ticks_ms())

# expect pin: 0 ms GPIO2 1
# expect pin: 250 ms GPIO2 0
# expect pin: 500 ms GPIO2 1
# expect pin: 501.5 ms GPIO2 0
# expect pin: 1501.5 ms GPIO2 1
# expect: 1501500 1501
