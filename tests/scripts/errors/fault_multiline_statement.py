x = 0
y = [
    1,
    2,
    3 // x,
    4,
]

# expect fault: ZeroDivisionError: integer division or modulo by zero
# expect trace: line 5 in <module>
