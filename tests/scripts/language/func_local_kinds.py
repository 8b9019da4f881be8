# A name is local to the whole function, wherever it is bound.
def by_for():
    for q in [1]: pass
    return q
def by_with_import():
    import math as m
    return m.floor(2.5)
def by_except():
    try:
        1 / 0
    except ZeroDivisionError as e:
        r = str(e)
    try:
        e
    except UnboundLocalError as u:
        return r, type(u).__name__
def by_def():
    def q(): return 'inner'
    return q()
def by_class():
    class q: v = 7
    return q.v
q = 'global'
print(by_for(), by_with_import(), by_except(), by_def(), by_class(), q)

# expect: 1 2 ('division by zero', 'UnboundLocalError') inner 7 global
