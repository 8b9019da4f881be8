# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


tell(lambda: ord())
tell(lambda: ord(''))
tell(lambda: ord('ab'))
tell(lambda: ord(5))
tell(lambda: ord(None))
tell(lambda: chr())
tell(lambda: chr('a'))
tell(lambda: chr(1.5))
tell(lambda: bin('a'))
tell(lambda: bin(1.5))
tell(lambda: hex(None))
tell(lambda: oct([]))
tell(lambda: bin())
tell(lambda: isinstance(1))
tell(lambda: isinstance(1, 5))
tell(lambda: isinstance(1, 'a'))
tell(lambda: isinstance(1, (int, 5)))
tell(lambda: isinstance(1, [int]))
tell(lambda: issubclass(1, int))
tell(lambda: issubclass(int, 1))
tell(lambda: issubclass(int, (1,)))
tell(lambda: issubclass())
tell(lambda: callable())
tell(lambda: callable(1, 2))
tell(lambda: type())
tell(lambda: type(1, 2))
tell(lambda: id())
tell(lambda: hash())
tell(lambda: repr())
tell(lambda: repr(1, 2))
tell(lambda: str(1, 2))
tell(lambda: str(b'a', 5))
tell(lambda: str(b'a', 'foo'))
tell(lambda: str('a', 'utf-8'))
tell(lambda: str(1, 'utf-8'))
tell(lambda: str(x=1))
tell(lambda: ascii())
tell(lambda: bool(1, 2))
tell(lambda: bool(x=1))
tell(lambda: float(1, 2))
tell(lambda: list(1, 2))
tell(lambda: list(x=1))
tell(lambda: tuple([1], 2))
tell(lambda: tuple(x=1))
tell(lambda: set(1, 2))
tell(lambda: set(x=1))
tell(lambda: frozenset(1, 2))
tell(lambda: print(1, sep=5))
tell(lambda: print(1, end=5))
tell(lambda: print(1, foo=5))
tell(lambda: getattr(1))
tell(lambda: getattr())
tell(lambda: hasattr(1))
tell(lambda: setattr(1, 'a'))
tell(lambda: delattr(1))
tell(lambda: vars(5))
tell(lambda: vars([]))
tell(lambda: divmod(1))
tell(lambda: object(1))
tell(lambda: property(1, 2, 3, 4, 5))
tell(lambda: staticmethod())
tell(lambda: classmethod())
tell(lambda: super(int, 'a'))
tell(lambda: abs(x=1))
tell(lambda: len(obj=[]))
tell(lambda: sum([1], start='a'))
tell(lambda: sum([1], foo=1))
tell(lambda: range(stop=5))
tell(lambda: slice(1, 2, step=3))
tell(lambda: enumerate([1], begin=1))
tell(lambda: sorted([1], reverse=1, key=None))
tell(lambda: min(key=len))
tell(lambda: zip([1], foo=1))
tell(lambda: map(str, [1], x=1))
tell(lambda: format())
tell(lambda: format(1, 'd', 2))
tell(lambda: [].sort(5))
tell(lambda: [].sort(foo=1))
tell(lambda: [].sort(key=5))
tell(lambda: [1].sort(key=5))
tell(lambda: [1, 'a'].sort())
tell(lambda: [].append())
tell(lambda: [].append(1, 2))
tell(lambda: [].extend(5))
tell(lambda: [].extend())
tell(lambda: [].insert(1))
tell(lambda: [].insert('a', 1))
tell(lambda: [].pop('a'))
tell(lambda: [].pop(1, 2))
tell(lambda: [1].pop(1.5))
tell(lambda: [].remove(1))
tell(lambda: [].remove())
tell(lambda: [].index(1))
tell(lambda: [1].index(1, 'a'))
tell(lambda: [].count())
tell(lambda: [].clear(1))
tell(lambda: [].copy(1))
tell(lambda: [].reverse(1))
tell(lambda: ().index(1))
tell(lambda: ().count())
tell(lambda: (1,).index(2))
tell(lambda: {}.get())
tell(lambda: {}.get(1, 2, 3))
tell(lambda: {}.keys(1))
tell(lambda: {}.items(1))
tell(lambda: {}.setdefault())
tell(lambda: {}.pop())
tell(lambda: {}.popitem(1))
tell(lambda: {}.clear(1))
tell(lambda: {}.copy(1))
tell(lambda: {}.update(1, 2))
tell(lambda: {}.update(a=1))
tell(lambda: dict.fromkeys())
tell(lambda: dict.fromkeys(5))
tell(lambda: set().add())
tell(lambda: set().add(1, 2))
tell(lambda: set().discard([]))
tell(lambda: set().remove())
tell(lambda: set().pop(1))
tell(lambda: set().clear(1))
tell(lambda: {1}.intersection(5))
tell(lambda: {1}.difference(None))
tell(lambda: {1}.symmetric_difference())
tell(lambda: {1}.isdisjoint(5))
tell(lambda: (5).bit_length(1))
tell(lambda: (5).to_bytes())
tell(lambda: (5).to_bytes(1))
tell(lambda: (500).to_bytes(1, 'big'))
tell(lambda: (-1).to_bytes(1, 'big'))
tell(lambda: (5).to_bytes(1, 'foo'))
tell(lambda: (5).to_bytes('a', 'big'))
tell(lambda: (5).to_bytes(-1, 'big'))
tell(lambda: int.from_bytes(b'a'))
tell(lambda: int.from_bytes(5, 'big'))
tell(lambda: int.from_bytes('a', 'big'))
tell(lambda: int.from_bytes(b'a', 'foo'))
tell(lambda: (1.5).is_integer(1))
tell(lambda: range(5).index(7))
tell(lambda: range(5).index('a'))
tell(lambda: range(5).count())
tell(lambda: slice(1).indices('a'))
tell(lambda: slice(1).indices())
tell(lambda: slice(1).indices(-1))

# expect: TypeError: ord() takes exactly one argument (0 given)
# expect: TypeError: ord() expected a character, but string of length 0 found
# expect: TypeError: ord() expected a character, but string of length 2 found
# expect: TypeError: ord() expected string of length 1, but int found
# expect: TypeError: ord() expected string of length 1, but NoneType found
# expect: TypeError: chr() takes exactly one argument (0 given)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: 'list' object cannot be interpreted as an integer
# expect: TypeError: bin() takes exactly one argument (0 given)
# expect: TypeError: isinstance expected 2 arguments, got 1
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: True
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: TypeError: issubclass() arg 1 must be a class
# expect: TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union
# expect: TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union
# expect: TypeError: issubclass expected 2 arguments, got 0
# expect: TypeError: callable() takes exactly one argument (0 given)
# expect: TypeError: callable() takes exactly one argument (2 given)
# expect: TypeError: type() takes 1 or 3 arguments
# expect: TypeError: type() takes 1 or 3 arguments
# expect: TypeError: id() takes exactly one argument (0 given)
# expect: TypeError: hash() takes exactly one argument (0 given)
# expect: TypeError: repr() takes exactly one argument (0 given)
# expect: TypeError: repr() takes exactly one argument (2 given)
# expect: TypeError: str() argument 'encoding' must be str, not int
# expect: TypeError: str() argument 'encoding' must be str, not int
# expect: LookupError: unknown encoding: foo
# expect: TypeError: decoding str is not supported
# expect: TypeError: decoding to str: need a bytes-like object, int found
# expect: TypeError: 'x' is an invalid keyword argument for str()
# expect: TypeError: ascii() takes exactly one argument (0 given)
# expect: TypeError: bool expected at most 1 argument, got 2
# expect: TypeError: bool() takes no keyword arguments
# expect: TypeError: float expected at most 1 argument, got 2
# expect: TypeError: list expected at most 1 argument, got 2
# expect: TypeError: list() takes no keyword arguments
# expect: TypeError: tuple expected at most 1 argument, got 2
# expect: TypeError: tuple() takes no keyword arguments
# expect: TypeError: set expected at most 1 argument, got 2
# expect: TypeError: set() takes no keyword arguments
# expect: TypeError: frozenset expected at most 1 argument, got 2
# expect: TypeError: sep must be None or a string, not int
# expect: TypeError: end must be None or a string, not int
# expect: TypeError: 'foo' is an invalid keyword argument for print()
# expect: TypeError: getattr expected at least 2 arguments, got 1
# expect: TypeError: getattr expected at least 2 arguments, got 0
# expect: TypeError: hasattr expected 2 arguments, got 1
# expect: TypeError: setattr expected 3 arguments, got 2
# expect: TypeError: delattr expected 2 arguments, got 1
# expect: TypeError: vars() argument must have __dict__ attribute
# expect: TypeError: vars() argument must have __dict__ attribute
# expect: TypeError: divmod expected 2 arguments, got 1
# expect: TypeError: object() takes no arguments
# expect: TypeError: property() takes at most 4 arguments (5 given)
# expect: TypeError: staticmethod expected 1 argument, got 0
# expect: TypeError: classmethod expected 1 argument, got 0
# expect: TypeError: super(type, obj): obj must be an instance or subtype of type
# expect: TypeError: abs() takes no keyword arguments
# expect: TypeError: len() takes no keyword arguments
# expect: TypeError: sum() can't sum strings [use ''.join(seq) instead]
# expect: TypeError: 'foo' is an invalid keyword argument for sum()
# expect: TypeError: range() takes no keyword arguments
# expect: TypeError: slice() takes no keyword arguments
# expect: TypeError: 'begin' is an invalid keyword argument for enumerate()
# expect: [1]
# expect: TypeError: min expected at least 1 argument, got 0
# expect: TypeError: 'foo' is an invalid keyword argument for zip()
# expect: TypeError: map() takes no keyword arguments
# expect: TypeError: format expected at least 1 argument, got 0
# expect: TypeError: format expected at most 2 arguments, got 3
# expect: TypeError: sort() takes no positional arguments
# expect: TypeError: 'foo' is an invalid keyword argument for sort()
# expect: None
# expect: TypeError: 'int' object is not callable
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
# expect: TypeError: list.append() takes exactly one argument (0 given)
# expect: TypeError: list.append() takes exactly one argument (2 given)
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: list.extend() takes exactly one argument (0 given)
# expect: TypeError: insert expected 2 arguments, got 1
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: pop expected at most 1 argument, got 2
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: ValueError: list.remove(x): x not in list
# expect: TypeError: list.remove() takes exactly one argument (0 given)
# expect: ValueError: 1 is not in list
# expect: TypeError: slice indices must be integers or have an __index__ method
# expect: TypeError: list.count() takes exactly one argument (0 given)
# expect: TypeError: list.clear() takes no arguments (1 given)
# expect: TypeError: list.copy() takes no arguments (1 given)
# expect: TypeError: list.reverse() takes no arguments (1 given)
# expect: ValueError: tuple.index(x): x not in tuple
# expect: TypeError: tuple.count() takes exactly one argument (0 given)
# expect: ValueError: tuple.index(x): x not in tuple
# expect: TypeError: get expected at least 1 argument, got 0
# expect: TypeError: get expected at most 2 arguments, got 3
# expect: TypeError: dict.keys() takes no arguments (1 given)
# expect: TypeError: dict.items() takes no arguments (1 given)
# expect: TypeError: setdefault expected at least 1 argument, got 0
# expect: TypeError: pop expected at least 1 argument, got 0
# expect: TypeError: dict.popitem() takes no arguments (1 given)
# expect: TypeError: dict.clear() takes no arguments (1 given)
# expect: TypeError: dict.copy() takes no arguments (1 given)
# expect: TypeError: update expected at most 1 argument, got 2
# expect: None
# expect: TypeError: fromkeys expected at least 1 argument, got 0
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: set.add() takes exactly one argument (0 given)
# expect: TypeError: set.add() takes exactly one argument (2 given)
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: set.remove() takes exactly one argument (0 given)
# expect: TypeError: set.pop() takes no arguments (1 given)
# expect: TypeError: set.clear() takes no arguments (1 given)
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'NoneType' object is not iterable
# expect: TypeError: set.symmetric_difference() takes exactly one argument (0 given)
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: int.bit_length() takes no arguments (1 given)
# expect: b'\x05'
# expect: b'\x05'
# expect: OverflowError: int too big to convert
# expect: OverflowError: can't convert negative int to unsigned
# expect: ValueError: byteorder must be either 'little' or 'big'
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: length argument must be non-negative
# expect: 97
# expect: TypeError: cannot convert 'int' object to bytes
# expect: TypeError: cannot convert 'str' object to bytes
# expect: ValueError: byteorder must be either 'little' or 'big'
# expect: TypeError: float.is_integer() takes no arguments (1 given)
# expect: ValueError: 7 is not in range
# expect: ValueError: sequence.index(x): x not in sequence
# expect: TypeError: range.count() takes exactly one argument (0 given)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: slice.indices() takes exactly one argument (0 given)
# expect: ValueError: length should not be negative
