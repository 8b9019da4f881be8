from machine import Pin
import time
def blink(n, period, times):
    p = Pin(n, Pin.OUT)
    for _ in range(times):
        p.toggle()
        yield period
tasks = [[0, blink(2, 30, 4)], [0, blink(4, 50, 3)]]
while tasks:
    tasks.sort(key=lambda t: t[0])
    due, gen = tasks[0]
    wait = due - time.ticks_ms()
    if wait > 0:
        time.sleep_ms(wait)
    try:
        tasks[0][0] = due + next(gen)
    except StopIteration:
        tasks.pop(0)
print(time.ticks_ms())

# expect pin: 0 ms GPIO2 1
# expect pin: 0 ms GPIO4 1
# expect pin: 30 ms GPIO2 0
# expect pin: 50 ms GPIO4 0
# expect pin: 60 ms GPIO2 1
# expect pin: 90 ms GPIO2 0
# expect pin: 100 ms GPIO4 1
# expect: 150
