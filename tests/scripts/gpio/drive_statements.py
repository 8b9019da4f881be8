# `x.on()`, `.off()`, `.toggle()`, `.value(0)` and `.value(1)` as statements of a local have an instruction of their own before them: what is no output
# of a Pin goes the ordinary way.
from machine import Pin


class Lamp:
    def __init__(self):
        self.log = []

    def on(self):
        self.log.append("on")

    def off(self):
        self.log.append("off")

    def toggle(self):
        self.log.append("toggle")

    def value(self, level):
        self.log.append(level)


def drive(x):
    x.on()
    x.off()
    x.toggle()
    x.value(0)
    x.value(1)


lamp = Lamp()
for _ in range(2):
    drive(lamp)
print(lamp.log)

led = Pin(2, Pin.OUT)
levels = []
for _ in range(2):
    drive(led)
    levels.append(led.value())
print(levels)


def steps(p):
    seen = []
    p.off()
    seen.append(p.value())
    p.toggle()
    seen.append(p.value())
    p.toggle()
    seen.append(p.value())
    p.value(1)
    seen.append(p.value())
    p.value(0)
    seen.append(p.value())
    p.on()
    seen.append(p.value())
    return seen


print(steps(led))

for wrong in (Pin(4, Pin.IN), 7, None, [1]):
    try:
        drive(wrong)
    except Exception as e:
        print(type(e).__name__, e)


class Half:
    on = 5


try:
    drive(Half())
except TypeError as e:
    print(e)

# expect: ['on', 'off', 'toggle', 0, 1, 'on', 'off', 'toggle', 0, 1]
# expect: [1, 1]
# expect: [0, 1, 0, 1, 0, 1]
# expect: ValueError pin 4 is an input
# expect: AttributeError 'int' object has no attribute 'on'
# expect: AttributeError 'NoneType' object has no attribute 'on'
# expect: AttributeError 'list' object has no attribute 'on'
# expect: 'int' object is not callable
# expect pin: 0 ms GPIO2 1
# expect pin: 0 ms GPIO2 0
# expect pin: 0 ms GPIO2 1
# expect pin: 0 ms GPIO2 0
# expect pin: 0 ms GPIO2 1
# expect pin: 0 ms GPIO2 0
# expect pin: 0 ms GPIO2 1
# expect pin: 0 ms GPIO2 0
# expect pin: 0 ms GPIO2 1
# expect pin: 0 ms GPIO2 0
# expect pin: 0 ms GPIO2 1
# expect pin: 0 ms GPIO2 0
# expect pin: 0 ms GPIO2 1
# expect pin: 0 ms GPIO2 0
# expect pin: 0 ms GPIO2 1
