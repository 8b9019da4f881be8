class A:
    def p(self):
        return repr(super())


class B(A):
    def q(self):
        return str(super()), repr(super(A, self))


print(A().p())
print(B().q())

# expect: <super: <class 'A'>, <A object>>
# expect: ("<super: <class 'B'>, <B object>>", "<super: <class 'A'>, <B object>>")
