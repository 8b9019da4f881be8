# str % of texts without any percent sign.
t = 'abc'
for v in ((), {}, [], {'a': 1}, [1], b'x', 1, (1,), None, 'z', {1}):
    try:
        print(t % v)
    except TypeError as e:
        print(e)


class G:
    def __getitem__(self, i):
        return i


class P:
    pass


print(t % G())
try:
    t %= P()
except TypeError as e:
    print(e)

# expect: abc
# expect: abc
# expect: abc
# expect: abc
# expect: abc
# expect: abc
# expect: not all arguments converted during string formatting
# expect: not all arguments converted during string formatting
# expect: not all arguments converted during string formatting
# expect: not all arguments converted during string formatting
# expect: not all arguments converted during string formatting
# expect: abc
# expect: not all arguments converted during string formatting
