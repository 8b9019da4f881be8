from machine import Pin
import time
pins = {'red': Pin(25, Pin.OUT), 'green': Pin(26, Pin.OUT)}
for name in ('red', 'green', 'red'):
    pins[name].toggle()
    time.sleep_ms(1)
on = [n for n, p in pins.items() if p.value()]
print(on)
for set_level, wait in ((pins['red'].on, 2), (pins['green'].off, 3), (pins['red'].off, 0)):
    set_level()
    time.sleep_ms(wait)
print(time.ticks_ms())

# expect pin: 0 ms GPIO25 1
# expect pin: 1 ms GPIO26 1
# expect pin: 2 ms GPIO25 0
# expect: ['green']
# expect pin: 3 ms GPIO25 1
# expect pin: 5 ms GPIO26 0
# expect pin: 8 ms GPIO25 0
# expect: 8
