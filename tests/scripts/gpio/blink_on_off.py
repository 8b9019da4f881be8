from machine import Pin
from time import sleep_ms
led = Pin(2, Pin.OUT)
led.on()
sleep_ms(100)
led.off()
sleep_ms(50)
led.on()
sleep_ms(25)
led.off()

# expect pin: 0 ms GPIO2 1
# expect pin: 100 ms GPIO2 0
# expect pin: 150 ms GPIO2 1
# expect pin: 175 ms GPIO2 0
