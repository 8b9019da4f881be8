import helper
from helper import double, CONST as C
import helper as h
print(helper.double(4), double('ab'), C, h.CONST, helper.__name__)
helper.counter += 1
print(helper.get_counter(), h.counter)
C = 'rebound'
print(helper.CONST)

# expect: helper runs once
# expect: 8 abab 10 10 helper
# expect: 1 1
# expect: 10
