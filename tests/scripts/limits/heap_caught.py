# limits: heap=16k
def fill():
    a = []
    while True:
        a.append([0] * 20)
try:
    fill()
except MemoryError as e:
    print('caught', type(e).__name__, e.args)
b = [1] * 500
print(sum(b))
# expect: caught MemoryError ()
# expect: 500
