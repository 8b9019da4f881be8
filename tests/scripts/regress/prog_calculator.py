def tokens(s):
    i = 0
    while i < len(s):
        c = s[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == '.':
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == '.'):
                j += 1
            yield float(s[i:j]) if '.' in s[i:j] else int(s[i:j])
            i = j
        else:
            yield c
            i += 1
class Parser:
    def __init__(self, s):
        self.t = list(tokens(s)) + [None]
        self.i = 0
    def peek(self):
        return self.t[self.i]
    def take(self):
        self.i += 1
        return self.t[self.i - 1]
    def expr(self):
        v = self.term()
        while self.peek() in ('+', '-'):
            v = v + self.term() if self.take() == '+' else v - self.term()
        return v
    def term(self):
        v = self.atom()
        while self.peek() in ('*', '/'):
            v = v * self.atom() if self.take() == '*' else v / self.atom()
        return v
    def atom(self):
        t = self.take()
        if t == '(':
            v = self.expr()
            if self.take() != ')':
                raise SyntaxError('expected )')
            return v
        if t == '-':
            return -self.atom()
        if isinstance(t, (int, float)):
            return t
        raise SyntaxError(f'unexpected {t!r}')
for s in ('1 + 2 * 3', '(1+2)*3', '-(4 - 6) * 2.5', '10/4 - 1', '2 *', '(1', '1 / 0', '7 - 2 - 1'):
    try:
        print(s, '=', Parser(s).expr())
    except (SyntaxError, ZeroDivisionError) as e:
        print(s, '!', e)

# expect: 1 + 2 * 3 = 7
# expect: (1+2)*3 = 9
# expect: -(4 - 6) * 2.5 = 5.0
# expect: 10/4 - 1 = 1.5
# expect: 2 * ! unexpected None
# expect: (1 ! expected )
# expect: 1 / 0 ! division by zero
# expect: 7 - 2 - 1 = 4
