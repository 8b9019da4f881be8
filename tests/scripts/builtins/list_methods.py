a = [3, 1, 2]
a.append(5)
a.extend((7, 8))
a.extend('x')
a.insert(1, 'ins')
a.insert(-1, 'neg')
a.insert(100, 'end')
a.insert(-100, 'front')
print(a)
print(a.pop(), a.pop(0), a.pop(-1), a)
a.remove('ins')
print(a, a.index(1), a.count(3), a.index(5, 2), a.index(7, -4, -1))
a.remove('neg')
a.sort()
print(a)
a.reverse()
print(a, a.copy() == a, a.copy() is a)
a.clear()
print(a, a.append(1), a.sort(), a.reverse(), a.extend([]), a)
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1, 2].index(1, 1), lambda: [].extend(5), lambda: [1].pop('a'), lambda: [1].insert('a', 1), lambda: [].nope):
    try:
        f()
    except (IndexError, ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)

# expect: ['front', 3, 'ins', 1, 2, 5, 7, 8, 'neg', 'x', 'end']
# expect: end front x [3, 'ins', 1, 2, 5, 7, 8, 'neg']
# expect: [3, 1, 2, 5, 7, 8, 'neg'] 1 1 3 4
# expect: [1, 2, 3, 5, 7, 8]
# expect: [8, 7, 5, 3, 2, 1] True False
# expect: [1] None None None None [1]
# expect: IndexError pop from empty list
# expect: IndexError pop index out of range
# expect: ValueError list.remove(x): x not in list
# expect: ValueError 2 is not in list
# expect: ValueError 1 is not in list
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: AttributeError 'list' object has no attribute 'nope'
