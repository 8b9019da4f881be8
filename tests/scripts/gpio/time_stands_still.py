# Only sleeping moves the virtual clock.
import time
start = time.ticks_us()
x = 0
for i in range(1000):
    x += i
print(x, time.ticks_us() - start)
time.sleep_us(7)
print(time.ticks_us() - start)

# expect: 499500 0
# expect: 7
