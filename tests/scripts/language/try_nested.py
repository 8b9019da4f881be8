def f(x):
    try:
        try:
            if x == 0:
                raise ValueError('inner')
            if x == 1:
                raise KeyError('inner')
            return 'ok'
        except ValueError as e:
            print('A', e)
            raise TypeError('from A')
        finally:
            print('inner finally')
    except KeyError as e:
        print('B', e)
        return 'B'
    except TypeError as e:
        print('C', e, repr(e.__context__))
        return 'C'
    finally:
        print('outer finally')
print(f(0), f(1), f(2))
def g():
    for i in range(2):
        try:
            try:
                continue
            finally:
                print('f1', i)
        finally:
            print('f2', i)
g()

# expect: A inner
# expect: inner finally
# expect: C from A ValueError('inner')
# expect: outer finally
# expect: inner finally
# expect: B 'inner'
# expect: outer finally
# expect: inner finally
# expect: outer finally
# expect: C B ok
# expect: f1 0
# expect: f2 0
# expect: f1 1
# expect: f2 1
