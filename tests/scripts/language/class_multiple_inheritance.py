class A:
    def f(self):
        return ['A']
class B(A):
    def f(self):
        return ['B'] + super().f()
class C(A):
    def f(self):
        return ['C'] + super().f()
class D(B, C):
    def f(self):
        return ['D'] + super().f()
print(D().f(), [c.__name__ for c in D.__mro__], isinstance(D(), C), issubclass(D, A))
class Loud:
    def speak(self):
        return super().speak().upper()
class Dog:
    def speak(self):
        return 'woof'
class LoudDog(Loud, Dog):
    pass
print(LoudDog().speak(), [b.__name__ for b in LoudDog.__bases__])
try:
    class Bad(A, B):
        pass
except TypeError as e:
    print(type(e).__name__)

# expect: ['D', 'B', 'C', 'A'] ['D', 'B', 'C', 'A', 'object'] True True
# expect: WOOF ['Loud', 'Dog']
# expect: TypeError
