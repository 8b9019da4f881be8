# Each module has its own globals.
import state
x = 'main x'
print(state.x, state.read(), x)
state.set_x('changed')
print(state.x, x)
state.x = 'from outside'
print(state.read())
from state import x as copied
state.set_x('later')
print(copied, state.x)
def f():
    global x
    x = 'main again'
f()
print(x, state.read(), state.apply(lambda: x))

# expect: state x state x main x
# expect: changed main x
# expect: from outside
# expect: from outside later
# expect: main again later main again
