import time
a = time.ticks_ms()
time.sleep_ms(30)
b = time.ticks_ms()
print(time.ticks_diff(b, a), time.ticks_diff(a, b), time.ticks_add(a, 100), time.ticks_diff(time.ticks_add(b, 5), b))
print(time.ticks_add(0, -1) > 0, time.ticks_diff(time.ticks_add(a, -7), a), time.ticks_diff(0, time.ticks_add(0, -1)))
deadline = time.ticks_add(time.ticks_ms(), 20)
n = 0
while time.ticks_diff(deadline, time.ticks_ms()) > 0:
    time.sleep_ms(3)
    n += 1
print(n, time.ticks_ms())

# expect: 30 -30 100 5
# expect: True -7 1
# expect: 7 51
