print(..., Ellipsis is ..., repr(...), bool(...), NotImplemented, type(...).__name__, type(NotImplemented).__name__)
def stub(): ...
class C: ...
print(stub(), C.__name__, [...], {...: 1}[...])
class G:
    def __getitem__(self, i): return i
print(G()[...], G()[1, ...])
class N:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
n = N()
print(n == n, n == 1, n != n)
try:
    n < n
except TypeError as e:
    print(e)

# expect: Ellipsis True Ellipsis True NotImplemented ellipsis NotImplementedType
# expect: None C [Ellipsis] 1
# expect: Ellipsis (1, Ellipsis)
# expect: True False False
# expect: '<' not supported between instances of 'N' and 'N'
