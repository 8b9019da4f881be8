# input: 30 ms GPIO4 0
# input: 50 ms GPIO4 1
# input: 200 ms GPIO4 0
from machine import Pin
import time
sensor = Pin(4, Pin.IN, Pin.PULL_UP)
lock, alarm = Pin(26, Pin.OUT, value=1), Pin(27, Pin.OUT)
state, opened = 'closed', 0
while time.ticks_ms() < 300:
    open_now = sensor.value() == 0
    if state == 'closed' and open_now:
        state, opened = 'open', time.ticks_ms()
        lock.off()
    elif state == 'open' and not open_now:
        state = 'closed'
        lock.on()
    elif state == 'open' and time.ticks_diff(time.ticks_ms(), opened) > 60:
        state = 'alarm'
        alarm.on()
        print('alarm at', time.ticks_ms())
    time.sleep_ms(10)
print(state)

# expect pin: 0 ms GPIO26 1
# expect pin: 30 ms GPIO26 0
# expect pin: 50 ms GPIO26 1
# expect pin: 200 ms GPIO26 0
# expect pin: 270 ms GPIO27 1
# expect: alarm at 270
# expect: alarm
