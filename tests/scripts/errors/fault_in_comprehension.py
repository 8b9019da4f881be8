# differs: a comprehension has no frame of its own, as from Python 3.12 on
def half(n):
    return 10 // n
print([half(i) for i in (5, 2)])
x = [half(i) for i in (1, 0)]

# expect: [2, 5]
# expect fault: ZeroDivisionError: integer division or modulo by zero
# expect trace: line 5 in <module>
# expect trace: line 3 in half
