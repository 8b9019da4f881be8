class A:
    def __init__(self):
        self.__x = 1
    def get(self):
        return self.__x
    def __secret(self):
        return 'secret'
    def call(self):
        return self.__secret()
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 2
    def own(self):
        return self.__x
b = B()
print(b.get(), b.own(), b.call(), b._A__x, b._B__x, hasattr(b, '__x'))

# expect: 1 2 secret 1 2 False
