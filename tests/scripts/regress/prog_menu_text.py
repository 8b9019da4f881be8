class Menu:
    def __init__(self, title, items):
        self.title, self.items, self.pos, self.top = title, items, 0, 0
    def move(self, d, rows=3):
        self.pos = (self.pos + d) % len(self.items)
        if self.pos < self.top:
            self.top = self.pos
        if self.pos >= self.top + rows:
            self.top = self.pos - rows + 1
        return self
    def render(self, rows=3, width=12):
        out = [self.title.center(width, '=')]
        for i in range(self.top, min(self.top + rows, len(self.items))):
            out.append(('>' if i == self.pos else ' ') + self.items[i][:width - 1].ljust(width - 1))
        return '|\n'.join(out) + '|'
m = Menu('MAIN', ['Start', 'Settings', 'A very long entry', 'Info', 'Exit'])
print(m.render())
print(m.move(1).move(1).move(1).render())
print(m.move(2).render())

# expect: ====MAIN====|
# expect: >Start      |
# expect:  Settings   |
# expect:  A very long|
# expect: ====MAIN====|
# expect:  Settings   |
# expect:  A very long|
# expect: >Info       |
# expect: ====MAIN====|
# expect: >Start      |
# expect:  Settings   |
# expect:  A very long|
