class Fail(AssertionError):
    pass
def check(got, want):
    if got != want:
        raise Fail(f'got {got!r}, want {want!r}')
class Suite:
    def test_add(self):
        check(1 + 1, 2)
    def test_bad(self):
        check('a' + 'b', 'abc')
    def test_error(self):
        return {}['x']
    def helper(self):
        pass
suite = Suite()
passed = failed = 0
for name in ('test_add', 'test_bad', 'test_error'):
    try:
        getattr(suite, name)()
    except Fail as e:
        failed += 1
        print('FAIL', name, e)
    except Exception as e:
        failed += 1
        print('ERROR', name, type(e).__name__, e)
    else:
        passed += 1
        print('ok', name)
print(f'{passed} passed, {failed} failed')

# expect: ok test_add
# expect: FAIL test_bad got 'ab', want 'abc'
# expect: ERROR test_error KeyError 'x'
# expect: 1 passed, 2 failed
