def a(n):
    if n == 0:
        raise KeyError('deep')
    b(n - 1)
def b(n):
    a(n)
a(3)

# expect fault: KeyError: 'deep'
# expect trace: line 7 in <module>
# expect trace: line 4 in a
# expect trace: line 6 in b
# expect trace: line 4 in a
# expect trace: line 6 in b
# expect trace: line 4 in a
# expect trace: line 6 in b
# expect trace: line 3 in a
