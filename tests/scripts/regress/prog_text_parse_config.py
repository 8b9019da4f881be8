TEXT = '''
# device settings
name = kitchen
[wifi]
ssid = "home net"
retries=3
[limits]
temp = 21.5
on = true
bad line
'''
def value(s):
    s = s.strip()
    if s.startswith('"') and s.endswith('"'):
        return s[1:-1]
    if s in ('true', 'false'):
        return s == 'true'
    for kind in (int, float):
        try:
            return kind(s)
        except ValueError:
            pass
    return s
section, config, errors = '', {}, []
for no, line in enumerate(TEXT.splitlines(), 1):
    line = line.strip()
    if not line or line[0] == '#':
        continue
    if line[0] == '[' and line[-1] == ']':
        section = line[1:-1]
        continue
    key, sep, val = line.partition('=')
    if not sep:
        errors.append((no, line))
        continue
    config.setdefault(section, {})[key.strip()] = value(val)
print(config)
print(errors)

# expect: {'': {'name': 'kitchen'}, 'wifi': {'ssid': 'home net', 'retries': 3}, 'limits': {'temp': 21.5, 'on': True}}
# expect: [(10, 'bad line')]
