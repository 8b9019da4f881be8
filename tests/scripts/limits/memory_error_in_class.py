# limits: heap=16k
class Node:
    def __init__(self, nxt):
        self.nxt = nxt
head, n = None, 0
try:
    while True:
        head = Node(head)
        n += 1
except MemoryError:
    head = None
    print('nodes', n > 50)
print(Node(5).nxt)
# expect: nodes True
# expect: 5
