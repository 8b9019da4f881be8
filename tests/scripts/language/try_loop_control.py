def run():
    out = []
    for i in range(6):
        try:
            if i == 1:
                continue
            if i == 3:
                raise ValueError
            if i == 5:
                break
            out.append(('body', i))
        except ValueError:
            out.append(('except', i))
            continue
        else:
            out.append(('else', i))
        finally:
            out.append(('fin', i))
    else:
        out.append('for else')
    return out
print(run())
def cont_in_finally():
    n = 0
    for i in range(3):
        try:
            1 / 0
        finally:
            n += 1
            continue
    return n
print(cont_in_finally())
def break_in_finally():
    while True:
        try:
            return 'try'
        finally:
            break
    return 'after'
print(break_in_finally())

# expect: [('body', 0), ('else', 0), ('fin', 0), ('fin', 1), ('body', 2), ('else', 2), ('fin', 2), ('except', 3), ('fin', 3), ('body', 4), ('else', 4), ('fin', 4), ('fin', 5)]
# expect: 3
# expect: after
