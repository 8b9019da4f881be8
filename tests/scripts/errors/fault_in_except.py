try:
    1 / 0
except ZeroDivisionError:
    [].pop()

# expect fault: IndexError: pop from empty list
# expect trace: line 4 in <module>
