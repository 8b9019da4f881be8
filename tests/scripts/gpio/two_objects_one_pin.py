from machine import Pin
a = Pin(2, Pin.OUT)
b = Pin(2, Pin.OUT)
a.on()
print(b.value())
b.off()
print(a.value())

# expect pin: 0 ms GPIO2 1
# expect: 1
# expect pin: 0 ms GPIO2 0
# expect: 0
