print(str(), str(5), str(1.0), str(True), str(None), str([1, 'a']), str((1,)), str({'k': (1, 2)}), str(b'x'), str('s'), repr(str('q')))
print('abc' == str('abc'), str(object=5), len('é'), 'a' < 'b', 'abc'[1], list('abc'), tuple('ab'), sorted('cab'), 'abc' 'def', 'x' in 'xyz', max('abc'), min('zay'), hash('a') == hash('a'))
print(ord('a'), chr(97), ord('€'), repr(chr(0)), chr(1114111) == '\U0010ffff', 'a\0b' == 'a\x00b')
for f in (lambda: ord('ab'), lambda: ord(''), lambda: chr(-1), lambda: chr(1114112), lambda: ord(5), lambda: chr('a'), lambda: 'abc'.nope):
    try:
        f()
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)

# expect:  5 1.0 True None [1, 'a'] (1,) {'k': (1, 2)} b'x' s 'q'
# expect: True 5 1 True b ['a', 'b', 'c'] ('a', 'b') ['a', 'b', 'c'] abcdef True c a True
# expect: 97 a 8364 '\x00' True True
# expect: TypeError ord() expected a character, but string of length 2 found
# expect: TypeError ord() expected a character, but string of length 0 found
# expect: ValueError chr() arg not in range(0x110000)
# expect: ValueError chr() arg not in range(0x110000)
# expect: TypeError ord() expected string of length 1, but int found
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: AttributeError 'str' object has no attribute 'nope'
