def parse(s):
    def ws(i):
        while i < len(s) and s[i] in ' \n\t':
            i += 1
        return i
    def value(i):
        i = ws(i)
        c = s[i]
        if c == '{':
            out, i = {}, ws(i + 1)
            while s[i] != '}':
                k, i = value(i)
                i = ws(i)
                if s[i] != ':':
                    raise ValueError('expected : at %d' % i)
                out[k], i = value(i + 1)
                i = ws(i)
                if s[i] == ',':
                    i = ws(i + 1)
            return out, i + 1
        if c == '[':
            out, i = [], ws(i + 1)
            while s[i] != ']':
                v, i = value(i)
                out.append(v)
                i = ws(i)
                if s[i] == ',':
                    i = ws(i + 1)
            return out, i + 1
        if c == '"':
            end = s.index('"', i + 1)
            return s[i + 1:end], end + 1
        for word, v in (('true', True), ('false', False), ('null', None)):
            if s.startswith(word, i):
                return v, i + len(word)
        j = i
        while j < len(s) and s[j] in '+-.eE0123456789':
            j += 1
        text = s[i:j]
        return (float(text) if '.' in text or 'e' in text else int(text)), j
    return value(0)[0]
print(parse('{"a": [1, 2.5, -3, 1e3], "b": {"c": "text", "d": [true, false, null]}, "e": []}'))
for bad in ('{"a" 1}', '[1, x]', '"open', '['):
    try:
        print(parse(bad))
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)

# expect: {'a': [1, 2.5, -3, 1000.0], 'b': {'c': 'text', 'd': [True, False, None]}, 'e': []}
# expect: ValueError expected : at 5
# expect: ValueError invalid literal for int() with base 10: ''
# expect: ValueError substring not found
# expect: IndexError string index out of range
