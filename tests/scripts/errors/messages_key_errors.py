# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


tell(lambda: {}['a'])
tell(lambda: {}[1])
tell(lambda: {}[(1, 2)])
tell(lambda: {}[None])
tell(lambda: {'a': 1}['b'])
tell(lambda: {}.pop('x'))
tell(lambda: {}.pop(1, 2, 3))
tell(lambda: {}.popitem())
tell(lambda: set().pop())
tell(lambda: set().remove('q'))
tell(lambda: {1, 2}.remove(3))
tell(lambda: {}[[]])
tell(lambda: {}[{}])
tell(lambda: {}[{1}])
tell(lambda: {[]: 1})
tell(lambda: {{}: 1})
tell(lambda: {[1]})
tell(lambda: {(1, []): 2})
tell(lambda: {1: 2}.get([]))
tell(lambda: {}.setdefault([]))
tell(lambda: [] in {})
tell(lambda: [] in {1})
tell(lambda: set().add([]))
tell(lambda: set([[]]))
tell(lambda: frozenset([{}]))
tell(lambda: dict([[[], 1]]))
tell(lambda: dict.fromkeys([[]]))
tell(lambda: hash([]))
tell(lambda: hash({}))
tell(lambda: hash({1}))
tell(lambda: hash(bytearray()))
tell(lambda: hash(slice(1)))
tell(lambda: hash((1, [2])))
tell(lambda: dict([1]))
tell(lambda: dict([(1, 2, 3)]))
tell(lambda: dict(['ab', 'c']))
tell(lambda: dict(5))
tell(lambda: dict(1, 2))
tell(lambda: dict([1], a=1))
tell(lambda: {}.update(5))
tell(lambda: {}.update([1]))
tell(lambda: {}.update([(1,)]))
tell(lambda: {} | [])
tell(lambda: {} | 1)
tell(lambda: {1} | [2])
tell(lambda: {1} & 3)
tell(lambda: {1} - 'a')
tell(lambda: {1} ^ None)
tell(lambda: {1} < [1])
tell(lambda: {1}.union(5))
tell(lambda: {1}.update(3))
tell(lambda: {1}.issubset(3))

# expect: KeyError: 'a'
# expect: KeyError: 1
# expect: KeyError: (1, 2)
# expect: KeyError: None
# expect: KeyError: 'b'
# expect: KeyError: 'x'
# expect: TypeError: pop expected at most 2 arguments, got 3
# expect: KeyError: 'popitem(): dictionary is empty'
# expect: KeyError: 'pop from an empty set'
# expect: KeyError: 'q'
# expect: KeyError: 3
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'dict'
# expect: TypeError: unhashable type: 'set'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'dict'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'dict'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'dict'
# expect: TypeError: unhashable type: 'set'
# expect: TypeError: unhashable type: 'bytearray'
# expect: TypeError: unhashable type: 'slice'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
# expect: ValueError: dictionary update sequence element #1 has length 1; 2 is required
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: dict expected at most 1 argument, got 2
# expect: TypeError: cannot convert dictionary update sequence element #0 to a sequence
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError: dictionary update sequence element #0 has length 1; 2 is required
# expect: TypeError: unsupported operand type(s) for |: 'dict' and 'list'
# expect: TypeError: unsupported operand type(s) for |: 'dict' and 'int'
# expect: TypeError: unsupported operand type(s) for |: 'set' and 'list'
# expect: TypeError: unsupported operand type(s) for &: 'set' and 'int'
# expect: TypeError: unsupported operand type(s) for -: 'set' and 'str'
# expect: TypeError: unsupported operand type(s) for ^: 'set' and 'NoneType'
# expect: TypeError: '<' not supported between instances of 'set' and 'list'
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not iterable
