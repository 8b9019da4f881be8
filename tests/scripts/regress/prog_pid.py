class PID:
    def __init__(self, kp, ki, kd, limits=(0, 100)):
        self.kp, self.ki, self.kd = kp, ki, kd
        self.lo, self.hi = limits
        self.i = 0.0
        self.last = None
    def step(self, target, value, dt=0.1):
        e = target - value
        self.i += e * dt
        d = 0 if self.last is None else (e - self.last) / dt
        self.last = e
        return max(self.lo, min(self.hi, self.kp * e + self.ki * self.i + self.kd * d))
temp = 20.0
pid = PID(4.0, 0.8, 0.1)
for k in range(40):
    power = pid.step(60, temp)
    temp += (power * 0.5 - (temp - 20) * 0.3) * 0.1
    if k % 8 == 0:
        print(f'{k:3d} {temp:7.3f} {power:7.3f}')

# expect:   0  25.000 100.000
# expect:   8  52.437  50.913
# expect:  16  57.894  28.249
# expect:  24  58.915  24.532
# expect:  32  59.187  23.941
