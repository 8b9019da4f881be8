# limits: burst=5000
import time
n = 0
for round in range(100):
    for i in range(50):
        n += i
    time.sleep_ms(1)
print(n, time.ticks_ms())
# expect: 122500 100
