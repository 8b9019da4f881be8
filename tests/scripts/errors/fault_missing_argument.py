def move(x, y, speed=1):
    return x, y, speed
print(move(1, 2))
move(1)

# expect: (1, 2, 1)
# expect fault: TypeError: move() missing 1 required positional argument: 'y'
# expect trace: line 4 in <module>
