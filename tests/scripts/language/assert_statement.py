assert True
assert 1, 'not shown'
try:
    assert 0
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert [], 'empty list'
except AssertionError as e:
    print(e)
def f():
    print('message evaluated')
    return 'm'
assert 1, f()
try:
    assert None, f()
except AssertionError as e:
    print(repr(e))
try:
    assert False, (1, 2)
except AssertionError as e:
    print(e.args)

# expect: AssertionError() ()
# expect: empty list
# expect: message evaluated
# expect: AssertionError('m')
# expect: ((1, 2),)
