def table():
    return {'a': 1, 'b': 2.5, 'c': 'three', 'd': (4, 5), 'e': [6, 7], 'f': {8: 9}, 'g': None, 'h': True, 'i': b'ten', 'j': -11, 'k': 12e3, 'l': 1 << 40, 'm': 'thirteen', 'n': 14, 'o': 15, 'p': 16, 'q': 17, 'r': 18, 's': 19, 't': 20, 'u': 1000000007, 'v': 4611686018427387904, 'w': -4611686018427387905, 'x': 1.5e-300, 'y': '', 'z': ()}
t = table()
print(len(t), t['l'], t['v'], t['w'], t['x'], t['d'], [k for k, v in t.items() if not v], t == table(), t is table())
t['e'].append(8)
print(table()['e'], t['e'])
nums = [10, 200, 3000, 40000, 500000, 6000000, 70000000, 800000000, 9000000000, 100000000000, -1, -128, -129, -32768, -32769, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 1073741823, 1073741824, 2147483647]
print(sum(nums), min(nums), max(nums), len(set(nums)), nums[::5])
strs = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'.split()
print(len(strs), strs[-1], sorted(strs)[:3], {len(s): s for s in strs}, ''.join(s[0] for s in strs))

# expect: 26 1099511627776 4611686018427387904 -4611686018427387905 1.5e-300 (4, 5) ['g', 'y', 'z'] True False
# expect: [6, 7] [6, 7, 8]
# expect: 114171642081 -32769 100000000000 26 [10, 6000000, -1, 127, 32768, 2147483647]
# expect: 24 omega ['alpha', 'beta', 'chi'] {5: 'omega', 4: 'iota', 7: 'upsilon', 3: 'psi', 6: 'lambda', 2: 'pi'} abgdezetiklmnxoprstupcpo
