# What class statements ask for when a class of the program has __set_name__, or operators that are static or class methods.


def set_names(cls):
    for name, v in cls.__dict__.items():
        m = _call_dunder(v, '__set_name__')
        if m is not NotImplemented:
            try:
                m(cls, name)
            except Exception as e:
                raise RuntimeError("Error calling __set_name__ on '" + _type_name(v) + "' instance " + repr(name) + " in '" + cls.__name__ + "'") from e
    return cls


def static_operator(f):
    # Operators bring the object; a static method does not want it.
    return lambda self, *args, **kwargs: f(*args, **kwargs)


def class_operator(f):
    return lambda self, *args, **kwargs: f(type(self), *args, **kwargs)
