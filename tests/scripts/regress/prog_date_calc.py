DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
def leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
def to_days(y, m, d):
    n = 365 * (y - 1) + (y - 1) // 4 - (y - 1) // 100 + (y - 1) // 400
    return n + sum(DAYS[:m - 1]) + (1 if m > 2 and leap(y) else 0) + d
def weekday(*date):
    return ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][to_days(*date) % 7]
def clock(seconds):
    m, s = divmod(seconds, 60)
    h, m = divmod(m, 60)
    d, h = divmod(h, 24)
    return f'{d}d {h:02d}:{m:02d}:{s:02d}' if d else f'{h}:{m:02d}:{s:02d}'
print(weekday(2024, 2, 29), weekday(2000, 1, 1), weekday(1970, 1, 1), to_days(2024, 3, 1) - to_days(2023, 3, 1), [y for y in range(1896, 1910) if leap(y)])
print(clock(59), clock(3661), clock(90061), clock(0))

# expect: Thu Sat Thu 366 [1896, 1904, 1908]
# expect: 0:00:59 1:01:01 1d 01:01:01 0:00:00
