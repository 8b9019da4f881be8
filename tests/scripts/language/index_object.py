# Objects with __index__, __int__ and __float__ where numbers are wanted.
class Index:
    def __index__(self):
        return 2


class Whole(int):
    pass


class Real:
    def __float__(self):
        return 1.5


class Int:
    def __int__(self):
        return 42


a = [10, 20, 30]
print(a[Index()], a[Whole(1)], a[:Index()], a[Whole(0):Whole(2)], 'ab' * Index(), range(Index()), hex(Index()))
print('%d' % Int(), '%5.2f|%e|%g' % (Real(), Real(), Real()), '%d' % Whole(7), '%x' % Whole(255))
for f in (lambda: '%d' % 'a', lambda: '%f' % 'a', lambda: '%x' % Int(), lambda: '%x' % 1.5):
    try:
        print(f())
    except TypeError as e:
        print(e)

# expect: 30 20 [10, 20] [10, 20] abab range(0, 2) 0x2
# expect: 42  1.50|1.500000e+00|1.5 7 ff
# expect: %d format: a real number is required, not str
# expect: must be real number, not str
# expect: %x format: an integer is required, not Int
# expect: %x format: an integer is required, not float
