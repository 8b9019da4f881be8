people = [('Ana', 31, 'Lima'), ('Bo', 25, 'Oslo'), ('Cy', 31, 'Oslo'), ('Di', 25, 'Lima'), ('Ed', 40, 'Rome')]
print(sorted(people, key=lambda p: (p[1], p[0]), reverse=True))
by_city = {}
for name, age, city in people:
    by_city.setdefault(city, []).append((age, name))
for city in sorted(by_city):
    rows = sorted(by_city[city])
    print(f'{city:<6}{len(rows):>3} {sum(a for a, _ in rows) / len(rows):6.2f}  {", ".join(n for _, n in rows)}')
oldest = max(people, key=lambda p: p[1])
print(oldest[0], [p[0] for p in people if p[1] == min(a for _, a, _ in people)])
table = sorted(people, key=lambda p: p[2])
table.sort(key=lambda p: -p[1])
for n, (name, age, city) in enumerate(table, 1):
    print('%2d. %-5s|%5d|%8s' % (n, name, age, city))

# expect: [('Ed', 40, 'Rome'), ('Cy', 31, 'Oslo'), ('Ana', 31, 'Lima'), ('Di', 25, 'Lima'), ('Bo', 25, 'Oslo')]
# expect: Lima    2  28.00  Di, Ana
# expect: Oslo    2  28.00  Bo, Cy
# expect: Rome    1  40.00  Ed
# expect: Ed ['Bo', 'Di']
# expect:  1. Ed   |   40|    Rome
# expect:  2. Ana  |   31|    Lima
# expect:  3. Cy   |   31|    Oslo
# expect:  4. Di   |   25|    Lima
# expect:  5. Bo   |   25|    Oslo
