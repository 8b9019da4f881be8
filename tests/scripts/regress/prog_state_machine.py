class Light:
    NEXT = {'red': ('green', 3), 'green': ('yellow', 2), 'yellow': ('red', 1)}
    def __init__(self):
        self.state, self.left = 'red', 3
    def tick(self):
        self.left -= 1
        if self.left == 0:
            self.state, self.left = self.NEXT[self.state]
            return True
        return False
light = Light()
line = []
for t in range(14):
    if light.tick():
        line.append('%d:%s' % (t, light.state))
print(' '.join(line))

# expect: 2:green 5:yellow 7:red 8:green 11:yellow 13:red
