def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    p = (x + dx, y + dy)
                    counts[p] = counts.get(p, 0) + 1
    return {p for p, n in counts.items() if n == 3 or n == 2 and p in cells}
cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for gen in range(3):
    for y in range(5):
        print(''.join('#' if (x, y) in cells else '.' for x in range(5)))
    print()
    cells = step(cells)
print(sorted(cells))

# expect: .#...
# expect: ..#..
# expect: ###..
# expect: .....
# expect: .....
# expect:
# expect: .....
# expect: #.#..
# expect: .##..
# expect: .#...
# expect: .....
# expect:
# expect: .....
# expect: ..#..
# expect: #.#..
# expect: .##..
# expect: .....
# expect:
# expect: [(1, 1), (1, 3), (2, 2), (2, 3), (3, 2)]
