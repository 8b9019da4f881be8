from machine import Pin
p = Pin(2, Pin.OUT)
print(p.value(), p.value(1), p.value(), p.value(0), p.value())
print([p.value(x) for x in (1, 0, 1)], p.value())

# expect pin: 0 ms GPIO2 1
# expect pin: 0 ms GPIO2 0
# expect: 0 None 1 None 0
# expect pin: 0 ms GPIO2 1
# expect pin: 0 ms GPIO2 0
# expect pin: 0 ms GPIO2 1
# expect: [None, None, None] 1
