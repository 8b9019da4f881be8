READINGS = '08:00 21.5;08:10 21.7;08:20 err;08:30 23.9;08:40 24.05;08:50 ;09:00 22'
good, bad = [], 0
for item in READINGS.split(';'):
    when, _, raw = item.partition(' ')
    try:
        value = float(raw)
    except ValueError as e:
        bad += 1
        print('skip', when, '-', e)
    else:
        h, m = map(int, when.split(':'))
        good.append((h * 60 + m, value))
vals = [v for _, v in good]
mean = sum(vals) / len(vals)
sd = (sum((v - mean) ** 2 for v in vals) / (len(vals) - 1)) ** 0.5
print(f'n={len(vals)} bad={bad} min={min(vals)} max={max(vals)} mean={mean:.3f} sd={sd:.3f}')
for (t0, v0), (t1, v1) in zip(good, good[1:]):
    print(f'{t0 // 60:02}:{t0 % 60:02} {v1 - v0:+.2f} {(v1 - v0) / (t1 - t0):+.4f}/min')

# expect: skip 08:20 - could not convert string to float: 'err'
# expect: skip 08:50 - could not convert string to float: ''
# expect: n=5 bad=2 min=21.5 max=24.05 mean=22.630 sd=1.242
# expect: 08:00 +0.20 +0.0200/min
# expect: 08:10 +2.20 +0.1100/min
# expect: 08:30 +0.15 +0.0150/min
# expect: 08:40 -2.05 -0.1025/min
