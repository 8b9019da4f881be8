import time
time.sleep(3600)
print(time.ticks_ms())
time.sleep_ms(86400000)
print(time.ticks_ms())
time.sleep(0.5)
print(time.ticks_ms())

# expect: 3600000
# expect: 90000000
# expect: 90000500
