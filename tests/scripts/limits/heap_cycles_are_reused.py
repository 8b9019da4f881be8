# limits: heap=16k
class Node:
    def __init__(self):
        self.me = self
        self.data = [0] * 20
for i in range(2000):
    n = Node()
print(n.me is n, len(n.data))
# expect: True 20
