def name(n):
    if n == 0: return 'zero'
    elif n == 1: return 'one'
    elif n == 2: return 'two'
    elif n == 3: return 'three'
    elif n == 4: return 'four'
    elif n == 5: return 'five'
    elif n == 6: return 'six'
    elif n == 7: return 'seven'
    elif n == 8: return 'eight'
    elif n == 9: return 'nine'
    elif n == 10: return 'ten'
    elif n < 0:
        return 'minus ' + name(-n)
    elif n < 20 and n % 2: return 'odd teen'
    elif n < 20: return 'even teen'
    else:
        if n > 1000:
            return 'huge'
        elif n > 100:
            return 'big'
        return 'tens'
print([name(i) for i in (0, 5, 10, -3, 15, 16, 50, 500, 5000)])

# expect: ['zero', 'five', 'ten', 'minus three', 'odd teen', 'even teen', 'tens', 'big', 'huge']
