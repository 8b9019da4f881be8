# Keyword names that nothing else in the program has, given by **: they live in the heap and move.
import gc


class A:
    def __init__(self, **k):
        self.k = k


class B:
    def __init__(self, a):
        self.a = a


d = {'zq' + str(i): i for i in range(6)}
d2 = {'yq' + str(i): i for i in range(3)}
print(A(**d).k)  # expect: {'zq0': 0, 'zq1': 1, 'zq2': 2, 'zq3': 3, 'zq4': 4, 'zq5': 5}
print(dict(**d2))  # expect: {'yq0': 0, 'yq1': 1, 'yq2': 2}
print(dict([('p', 1)], **d2))  # expect: {'p': 1, 'yq0': 0, 'yq1': 1, 'yq2': 2}
u = {}
u.update({'r': 1}, **d2)
print(u)  # expect: {'r': 1, 'yq0': 0, 'yq1': 1, 'yq2': 2}
for f in (lambda: B(**{'wq' + str(1): 1}), lambda: print(**{'xq' + str(2): 1}), lambda: sorted([], **{'vq' + str(3): 1})):
    gc.collect()
    try:
        f()
    except TypeError as e:
        print('tq' not in str(e), str(e).count("q1'") + str(e).count("q2'") + str(e).count("q3'"))
# expect: True 1
# expect: True 1
# expect: True 1
