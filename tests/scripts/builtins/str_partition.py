print('a=b=c'.partition('='), 'abc'.partition('='), ''.partition('x'), '=a'.partition('='), 'a='.partition('='), 'a::b'.partition('::'))
print('a=b=c'.rpartition('='), 'abc'.rpartition('='), 'a='.rpartition('='), 'a::b::c'.rpartition('::'))
k, _, v = 'key: value: x'.partition(': ')
print(k, v)
for f in (lambda: 'a'.partition(''), lambda: 'a'.rpartition(''), lambda: 'a'.partition(1)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

# expect: ('a', '=', 'b=c') ('abc', '', '') ('', '', '') ('', '=', 'a') ('a', '=', '') ('a', '::', 'b')
# expect: ('a=b', '=', 'c') ('', '', 'abc') ('a', '=', '') ('a::b', '::', 'c')
# expect: key value: x
# expect: ValueError empty separator
# expect: ValueError empty separator
# expect: TypeError must be str, not int
