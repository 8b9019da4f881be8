def run(code, stack=None):
    stack = stack or []
    pc, out = 0, []
    ops = {'add': lambda a, b: a + b, 'sub': lambda a, b: a - b, 'mul': lambda a, b: a * b, 'lt': lambda a, b: a < b}
    while pc < len(code):
        op, *args = code[pc]
        pc += 1
        if op == 'push':
            stack.append(args[0])
        elif op in ops:
            b, a = stack.pop(), stack.pop()
            stack.append(ops[op](a, b))
        elif op == 'dup':
            stack.append(stack[-1])
        elif op == 'print':
            out.append(stack.pop())
        elif op == 'jmp':
            pc = args[0]
        elif op == 'jz':
            if not stack.pop():
                pc = args[0]
        else:
            raise ValueError(f'bad op {op!r} at {pc - 1}')
    return out, stack
print(run([('push', 2), ('push', 3), ('add',), ('dup',), ('mul',), ('print',)]))
print(run([('push', 0), ('push', 1), ('add',), ('dup',), ('print',), ('dup',), ('push', 5), ('lt',), ('jz', 10), ('jmp', 1)]))
try:
    run([('push', 1), ('halt',)])
except ValueError as e:
    print(e)
try:
    run([('add',)])
except IndexError as e:
    print(e)

# expect: ([25], [])
# expect: ([1, 2, 3, 4, 5], [5])
# expect: bad op 'halt' at 1
# expect: pop from empty list
