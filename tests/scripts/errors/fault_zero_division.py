def ratio(a, b):
    return a / b
def report():
    total = 0
    for i in (2, 1, 0):
        total += ratio(6, i)
        print(total)
report()

# expect: 3.0
# expect: 9.0
# expect fault: ZeroDivisionError: division by zero
# expect trace: line 8 in <module>
# expect trace: line 6 in report
# expect trace: line 2 in ratio
