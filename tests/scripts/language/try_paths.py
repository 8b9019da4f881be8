def f(kind):
    log = []
    try:
        log.append('try')
        if kind == 'value':
            raise ValueError('v')
        if kind == 'key':
            raise KeyError('k')
        if kind == 'return':
            return log
    except ValueError as e:
        log.append('except %s' % e)
    else:
        log.append('else')
    finally:
        log.append('finally')
    log.append('end')
    return log
for k in ('none', 'value', 'return'):
    print(f(k))
try:
    f('key')
except KeyError as e:
    print('propagated', e)

# expect: ['try', 'else', 'finally', 'end']
# expect: ['try', 'except v', 'finally', 'end']
# expect: ['try', 'finally']
# expect: propagated 'k'
