# limits: burst=5000
import time
time.sleep_ms(10)
print('before', time.ticks_ms())
n = 0
while True:
    n += 1
# expect: before 10
# expect kill: burst
