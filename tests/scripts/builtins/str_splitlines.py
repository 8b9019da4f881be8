print('a\nb\r\nc\rd'.splitlines(), 'a\n\nb\n'.splitlines(), ''.splitlines(), '\n'.splitlines(), 'abc'.splitlines(), 'a\nb'.splitlines(True))
print('a\r\n\r\nb'.splitlines(keepends=True), 'a\x0bb\x0cc'.splitlines(), 'x\u2028y\x85z'.splitlines(), '\r\n'.splitlines(True), ' a \n b '.splitlines())

# expect: ['a', 'b', 'c', 'd'] ['a', '', 'b'] [] [''] ['abc'] ['a\n', 'b']
# expect: ['a\r\n', '\r\n', 'b'] ['a', 'b', 'c'] ['x', 'y', 'z'] ['\r\n'] [' a ', ' b ']
