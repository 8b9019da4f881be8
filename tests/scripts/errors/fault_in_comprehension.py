def half(n):
    return 10 // n
print([half(i) for i in (5, 2)])
x = [half(i) for i in (1, 0)]

# expect: [2, 5]
# expect fault: ZeroDivisionError: integer division or modulo by zero
# expect trace: line 4 in <module>
# expect trace: line 4 in <listcomp>
# expect trace: line 2 in half
