import time
time.sleep(0.1)
time.sleep(0.2)
print(time.ticks_ms())
time.sleep(0.001)
print(time.ticks_us())
time.sleep(1.5)
print(time.ticks_ms(), type(time.ticks_ms()).__name__)

# expect: 300
# expect: 301000
# expect: 1801 int
