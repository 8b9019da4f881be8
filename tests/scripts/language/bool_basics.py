print(True, False, True + True, True * 5, not True, not 0, not '', not [], not None)
print(bool(0), bool(0.0), bool(''), bool(()), bool({}), bool(set()), bool(None), bool(b''), bool(range(0)))
print(bool(-1), bool(0.1), bool(' '), bool((0,)), bool({0: 0}), bool('False'), bool(range(1)))
print(isinstance(True, int), isinstance(1, bool), True is True, True == 1, str(True), repr(False))
print([False, True][True], 'ab'[False], {True: 'a', 1: 'b', 1.0: 'c'}, {1: 'x', True: 'y'})

# expect: True False 2 5 False True True True True
# expect: False False False False False False False False False
# expect: True True True True True True True
# expect: True False True True True False
# expect: True a {True: 'c'} {1: 'y'}
