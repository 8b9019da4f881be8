# Differences that the fuzzer found: messages and what comes first.
def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def remove(x, k):
    del x[k]


for x in (5, 2.5, None, 'ab', (1, 2), b'ab', range(3), {1}, print):
    for k in (0, 'a', slice(1)):
        tell(lambda: remove(x, k))
tell(lambda: 'a'.splitlines(''))
tell(lambda: 'a\nb'.splitlines(True))
tell(lambda: b'a'.splitlines([]))
tell(lambda: 'a'.replace(None, 'b'))
tell(lambda: 'a'.replace('b', None))
tell(lambda: 'a'.replace(b'b', 'c'))
tell(lambda: [1, 2][1:'x':0])
tell(lambda: [1, 2]['a':'b'])
tell(lambda: 'abc'[::0])
tell(lambda: sorted([1], reverse='x'))
tell(lambda: [2, 1].sort(reverse=None))
tell(lambda: sorted([1, 2], reverse=True))
tell(lambda: 'abc' % 5)
import math
tell(lambda: math.copysign(1.0, float('nan')))
tell(lambda: math.copysign(1.0, -float('nan')))

# expect: TypeError 'int' object does not support item deletion
# expect: TypeError 'int' object does not support item deletion
# expect: TypeError 'int' object does not support item deletion
# expect: TypeError 'float' object does not support item deletion
# expect: TypeError 'float' object does not support item deletion
# expect: TypeError 'float' object does not support item deletion
# expect: TypeError 'NoneType' object does not support item deletion
# expect: TypeError 'NoneType' object does not support item deletion
# expect: TypeError 'NoneType' object does not support item deletion
# expect: TypeError 'str' object doesn't support item deletion
# expect: TypeError 'str' object does not support item deletion
# expect: TypeError 'str' object does not support item deletion
# expect: TypeError 'tuple' object doesn't support item deletion
# expect: TypeError 'tuple' object does not support item deletion
# expect: TypeError 'tuple' object does not support item deletion
# expect: TypeError 'bytes' object doesn't support item deletion
# expect: TypeError 'bytes' object does not support item deletion
# expect: TypeError 'bytes' object does not support item deletion
# expect: TypeError 'range' object doesn't support item deletion
# expect: TypeError 'range' object does not support item deletion
# expect: TypeError 'range' object does not support item deletion
# expect: TypeError 'set' object doesn't support item deletion
# expect: TypeError 'set' object does not support item deletion
# expect: TypeError 'set' object does not support item deletion
# expect: TypeError 'builtin_function_or_method' object does not support item deletion
# expect: TypeError 'builtin_function_or_method' object does not support item deletion
# expect: TypeError 'builtin_function_or_method' object does not support item deletion
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ['a\n', 'b']
# expect: TypeError 'list' object cannot be interpreted as an integer
# expect: TypeError replace() argument 1 must be str, not None
# expect: TypeError replace() argument 2 must be str, not None
# expect: TypeError replace() argument 1 must be str, not bytes
# expect: ValueError slice step cannot be zero
# expect: TypeError slice indices must be integers or None or have an __index__ method
# expect: ValueError slice step cannot be zero
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: [2, 1]
# expect: TypeError not all arguments converted during string formatting
# expect: 1.0
# expect: -1.0
