MAZE = '''#########
#S..#...#
#.#.#.#.#
#.#...#E#
#########'''.split('\n')
def find(c):
    for y, row in enumerate(MAZE):
        x = row.find(c)
        if x >= 0:
            return x, y
def solve():
    start, goal = find('S'), find('E')
    seen, todo = {start: None}, [start]
    for p in todo:
        if p == goal:
            break
        x, y = p
        for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            q = x + dx, y + dy
            if MAZE[q[1]][q[0]] != '#' and q not in seen:
                seen[q] = p
                todo.append(q)
    path, p = [], goal
    while p:
        path.append(p)
        p = seen[p]
    return path[::-1]
path = solve()
print(len(path), path[:4], path[-1])
grid = [list(r) for r in MAZE]
for x, y in path[1:-1]:
    grid[y][x] = '*'
print('\n'.join(map(''.join, grid)))

# expect: 13 [(1, 1), (2, 1), (3, 1), (3, 2)] (7, 3)
# expect: #########
# expect: #S**#***#
# expect: #.#*#*#*#
# expect: #.#***#E#
# expect: #########
