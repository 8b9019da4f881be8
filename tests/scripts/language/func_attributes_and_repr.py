def f(x):
    "The doc."
    return x
g = f
print(f.__name__, g.__name__, f.__doc__, (lambda: 0).__name__, f is g, f == g, callable(f))
class C:
    def m(self):
        return 1
print(C.m.__name__, C().m.__name__, C.__name__, C().__class__.__name__, type(f).__name__, type(C().m).__name__, type(len).__name__)

# expect: f f The doc. <lambda> True True True
# expect: m m C C function method builtin_function_or_method
