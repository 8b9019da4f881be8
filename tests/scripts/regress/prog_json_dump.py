def dump(v, indent=0):
    pad = '  ' * indent
    if v is None:
        return 'null'
    if v is True or v is False:
        return str(v).lower()
    if isinstance(v, (int, float)):
        return repr(v)
    if isinstance(v, str):
        return '"' + v.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'
    if isinstance(v, dict):
        if not v:
            return '{}'
        rows = [f'{pad}  {dump(str(k))}: {dump(x, indent + 1)}' for k, x in v.items()]
        return '{\n' + ',\n'.join(rows) + '\n' + pad + '}'
    if isinstance(v, (list, tuple)):
        return '[' + ', '.join(dump(x, indent) for x in v) + ']'
    raise TypeError('cannot dump %s' % type(v).__name__)
print(dump({'name': 'sensor "A"', 'on': True, 'none': None, 'vals': [1, 2.5, -3e-7], 'nested': {'x': {}, 'y': ('a\n', [])}, 5: False}))
try:
    dump({'bad': {1}})
except TypeError as e:
    print(e)

# expect: {
# expect:   "name": "sensor \"A\"",
# expect:   "on": true,
# expect:   "none": null,
# expect:   "vals": [1, 2.5, -3e-07],
# expect:   "nested": {
# expect:     "x": {},
# expect:     "y": ["a\n", []]
# expect:   },
# expect:   "5": false
# expect: }
# expect: cannot dump set
