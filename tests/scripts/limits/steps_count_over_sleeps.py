# limits: steps=30000
import time
n = 0
while True:
    for i in range(10):
        n += i
    time.sleep_ms(1)
# expect kill: steps
