KEYWORDS = {'if', 'then', 'else', 'end'}
def lex(src):
    line, i = 1, 0
    while i < len(src):
        c = src[i]
        if c == '\n':
            line += 1
        if c.isspace():
            i += 1
            continue
        if c.isalpha() or c == '_':
            j = i
            while j < len(src) and (src[j].isalnum() or src[j] == '_'):
                j += 1
            word = src[i:j]
            yield ('kw' if word in KEYWORDS else 'id', word, line)
            i = j
        elif c.isdigit():
            j = i
            while j < len(src) and src[j].isdigit():
                j += 1
            yield ('num', int(src[i:j]), line)
            i = j
        elif src[i:i + 2] in ('==', '<=', '>=', '!='):
            yield ('op', src[i:i + 2], line)
            i += 2
        elif c in '+-*/<>=()':
            yield ('op', c, line)
            i += 1
        else:
            raise SyntaxError(f'line {line}: unexpected {c!r}')
print(*lex('if x_1 >= 10 then\n y = (2+x)*3\nelse\n z == 0 end'), sep='\n')
try:
    list(lex('a\nb $ c'))
except SyntaxError as e:
    print(e)

# expect: ('kw', 'if', 1)
# expect: ('id', 'x_1', 1)
# expect: ('op', '>=', 1)
# expect: ('num', 10, 1)
# expect: ('kw', 'then', 1)
# expect: ('id', 'y', 2)
# expect: ('op', '=', 2)
# expect: ('op', '(', 2)
# expect: ('num', 2, 2)
# expect: ('op', '+', 2)
# expect: ('id', 'x', 2)
# expect: ('op', ')', 2)
# expect: ('op', '*', 2)
# expect: ('num', 3, 2)
# expect: ('kw', 'else', 3)
# expect: ('id', 'z', 4)
# expect: ('op', '==', 4)
# expect: ('num', 0, 4)
# expect: ('kw', 'end', 4)
# expect: line 2: unexpected '$'
