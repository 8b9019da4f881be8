# An index object and a local list: the fused store needs what the plain one needs.
class Two:
    def __index__(self):
        return 2

def put(items, i, value):
    items[i] = value
    return items[i]

print(put([1, 2, 3, 4], Two(), 9))  # expect: 9
