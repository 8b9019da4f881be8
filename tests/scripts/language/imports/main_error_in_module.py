import faulty
print('imported')
try:
    faulty.fail(0)
except ZeroDivisionError as e:
    print('caught', e)
faulty.fail(0)

# expect: imported
# expect: caught integer division or modulo by zero
# expect fault: ZeroDivisionError: integer division or modulo by zero
# expect trace: line 7 in <module>
# expect trace: line 2 in fail
# expect trace: line 4 in inner
