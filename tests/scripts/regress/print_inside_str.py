class Loud:
    def __init__(self, n): self.n = n
    def __str__(self):
        print('<str %d>' % self.n)
        return 'L%d' % self.n
print('a', Loud(1), 'b', Loud(2))
print(f'{Loud(3)} {Loud(4)}', Loud(5), sep='|')
class Err:
    def __str__(self):
        raise ValueError('no str')
try:
    print('partial', Err())
except ValueError as e:
    print('caught', e)
print(str(Loud(6)) + '%s' % Loud(7))

# expect: a <str 1>
# expect: L1 b <str 2>
# expect: L2
# expect: <str 3>
# expect: <str 4>
# expect: L3 L4|<str 5>
# expect: L5
# expect: partial caught no str
# expect: <str 6>
# expect: <str 7>
# expect: L6L7
