from helper import Shape
from chain_a import value, Square
class Tri(Shape):
    sides = 3
print(Tri().area(), Tri.sides, value, Square().area(), isinstance(Square(), Shape))
def f():
    import chain_a
    return chain_a.value + 1
print(f())

# expect: helper runs once
# expect: chain_a
# expect: chain_b
# expect: 10 3 42 40 True
# expect: 43
