# differs: the machine's time takes numbers only, worded as CPython's
import time
for v in ('1', None, []):
    try:
        time.sleep(v)
    except TypeError as e:
        print(type(e).__name__)
try:
    time.sleep()
except TypeError:
    print('count')
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: count
