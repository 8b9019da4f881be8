# Even a wait of no length starts a new burst.
# limits: burst=5000
import time
n = 0
for i in range(2000):
    n += i * 2
    if i % 20 == 0:
        time.sleep(0)
print(n)
# expect: 3998000
