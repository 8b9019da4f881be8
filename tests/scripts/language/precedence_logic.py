print(True or False and False, (True or False) and False, not False and True, not (False and True))
print(1 in [1] == True, (1 in [1]) == True, not 1 in [2], 1 not in [2], not 1 not in [2])
print(1 + 1 == 2 and 2 + 2 == 4, 1 < 2 and 3 or 4, 0 and 1 or 2, 1 and 0 or 2, 1 or 0 and 1 / 0)
print(None is None is None, 1 is not None and 2, 3 & 1 and 4 | 2, 2 > 1 in (1, True))
x = lambda: 1 if False else 2
print(x(), (lambda a, b=2: a or b)(0), *([1, 2] or [3]))

# expect: True False True True
# expect: False True True True False
# expect: True 3 2 2 1
# expect: True 2 6 True
# expect: 2 2 1 2
