from machine import Pin
import machine
print(Pin.IN != Pin.OUT, Pin.PULL_UP != Pin.PULL_DOWN, machine.Pin is Pin, len({Pin.IN, Pin.OUT, Pin.OPEN_DRAIN}))
p = machine.Pin(2, machine.Pin.OUT)
p.value(1)
print(isinstance(p, Pin), hasattr(p, 'value'), hasattr(p, 'nope'), type(p).__name__)
print(type(p.value()).__name__, p.on(), p.off(), p.value(1))

# expect: True True True 3
# expect pin: 0 ms GPIO2 1
# expect: True True False Pin
# expect pin: 0 ms GPIO2 0
# expect pin: 0 ms GPIO2 1
# expect: int None None None
