from machine import Pin
import time
coils = [Pin(n, Pin.OUT) for n in (25, 26, 27, 32)]
SEQ = [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)]
pos = 0
def step(n):
    global pos
    d = 1 if n > 0 else -1
    for _ in range(abs(n)):
        pos += d
        for c, v in zip(coils, SEQ[pos % 4]):
            c.value(v)
        time.sleep_ms(2)
step(4)
step(-2)
print(pos, [c.value() for c in coils])

# expect pin: 0 ms GPIO26 1
# expect pin: 2 ms GPIO26 0
# expect pin: 2 ms GPIO27 1
# expect pin: 4 ms GPIO27 0
# expect pin: 4 ms GPIO32 1
# expect pin: 6 ms GPIO25 1
# expect pin: 6 ms GPIO32 0
# expect pin: 8 ms GPIO25 0
# expect pin: 8 ms GPIO32 1
# expect pin: 10 ms GPIO27 1
# expect pin: 10 ms GPIO32 0
# expect: 2 [0, 0, 1, 0]
