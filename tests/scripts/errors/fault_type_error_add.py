def join(a, b):
    return a + b
print(join('x', 'y'))
print(join('x', 5))

# expect: xy
# expect fault: TypeError: can only concatenate str (not "int") to str
# expect trace: line 4 in <module>
# expect trace: line 2 in join
