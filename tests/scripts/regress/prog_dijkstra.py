GRAPH = {'A': {'B': 7, 'C': 9, 'F': 14}, 'B': {'C': 10, 'D': 15}, 'C': {'D': 11, 'F': 2}, 'D': {'E': 6}, 'F': {'E': 9}, 'E': {}}
def shortest(start, goal):
    dist, prev, todo = {start: 0}, {}, [start]
    while todo:
        todo.sort(key=lambda n: dist[n])
        node = todo.pop(0)
        if node == goal:
            break
        for nb, w in GRAPH[node].items():
            d = dist[node] + w
            if d < dist.get(nb, float('inf')):
                dist[nb], prev[nb] = d, node
                if nb not in todo:
                    todo.append(nb)
    path = [goal]
    while path[-1] != start:
        path.append(prev[path[-1]])
    return dist[goal], ''.join(reversed(path))
print(shortest('A', 'E'), shortest('A', 'D'), shortest('B', 'E'))
try:
    shortest('E', 'A')
except KeyError as e:
    print('no path', e)

# expect: (20, 'ACFE') (20, 'ACD') (21, 'BCFE')
# expect: no path 'A'
