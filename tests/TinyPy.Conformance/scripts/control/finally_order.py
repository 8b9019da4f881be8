# Which of return, break and continue wins when a finally has one of its own.
def f(how):
    for i in range(3):
        try:
            if how == 'return':
                return 'try', i
            if how == 'raise':
                raise KeyError(i)
        except KeyError as e:
            return 'except', e.args
        finally:
            print('finally', how, i)
            if i == 1 and how == 'break':
                break
            if how == 'override':
                return 'finally', i
    return 'end', i


for how in ('return', 'raise', 'break', 'override', 'none'):
    print(how, f(how))
