TABLE = {
    ('idle', 'coin'): ('paid', None),
    ('paid', 'coin'): ('paid', 'return coin'),
    ('paid', 'push'): ('idle', 'vend'),
    ('idle', 'push'): ('idle', 'beep'),
}
def run(events):
    state = 'idle'
    for e in events:
        try:
            state, action = TABLE[state, e]
        except KeyError as err:
            print('ignored', err)
            continue
        print(f'{e:>5} -> {state:<5}{action or "-"}')
    return state
print(run(['push', 'coin', 'coin', 'kick', 'push']))

# expect:  push -> idle beep
# expect:  coin -> paid -
# expect:  coin -> paid return coin
# expect: ignored ('paid', 'kick')
# expect:  push -> idle vend
# expect: idle
