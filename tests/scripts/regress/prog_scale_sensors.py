SENSORS = [
    {'id': 't1', 'kind': 'temp', 'raw': 512, 'cal': (0.1, -20.0)},
    {'id': 'h1', 'kind': 'hum', 'raw': 700, 'cal': (0.0977, 0)},
    {'id': 't2', 'kind': 'temp', 'raw': None, 'cal': (0.1, -20.0)},
]
UNITS = {'temp': 'C', 'hum': '%'}
def read(s):
    if s['raw'] is None:
        raise OSError('sensor %(id)s offline' % s)
    k, off = s['cal']
    return s['raw'] * k + off
report = []
for s in SENSORS:
    try:
        v = read(s)
    except OSError as e:
        report.append(str(e))
        continue
    report.append(f"{s['id']:<4}{v:7.2f} {UNITS[s['kind']]}")
print('\n'.join(report))
print({k: [s['id'] for s in SENSORS if s['kind'] == k] for k in sorted(UNITS)})

# expect: t1    31.20 C
# expect: h1    68.39 %
# expect: sensor t2 offline
# expect: {'hum': ['h1'], 'temp': ['t1', 't2']}
