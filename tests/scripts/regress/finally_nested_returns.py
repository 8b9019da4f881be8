def f(n):
    try:
        try:
            if n == 0: return 'a'
            if n == 1: raise ValueError
            if n == 2: raise KeyError
        except ValueError:
            return 'b'
        finally:
            if n == 3: return 'c'
            print('f1', n)
    except KeyError:
        return 'd'
    finally:
        if n == 4: return 'e'
        print('f2', n)
    return 'end'
print([f(i) for i in range(6)])
def g():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            try:
                if i == 2: raise ValueError
            finally:
                print('inner', i)
        except ValueError:
            print('caught')
        finally:
            print('outer', i)
    else:
        print('else')
    return i
print(g())
def h():
    try:
        return h2()
    finally:
        print('h done')
def h2():
    try:
        raise ValueError
    except ValueError:
        return 'h2'
    finally:
        print('h2 done')
print(h())

# expect: f1 0
# expect: f2 0
# expect: f1 1
# expect: f2 1
# expect: f1 2
# expect: f2 2
# expect: f2 3
# expect: f1 4
# expect: f1 5
# expect: f2 5
# expect: ['a', 'b', 'd', 'c', 'e', 'end']
# expect: inner 0
# expect: outer 0
# expect: outer 1
# expect: inner 2
# expect: caught
# expect: outer 2
# expect: outer 3
# expect: 3
# expect: h2 done
# expect: h done
# expect: h2
