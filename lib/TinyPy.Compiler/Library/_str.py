# A str as a base class: the value is in _str_value. Operators and methods give plain strs, as in CPython.


class str_:
    def __new__(cls, *args):
        self = object.__new__(cls)
        self._str_value = str(*args)
        return self

    def __repr__(self):
        return repr(self._str_value)

    def __str__(self):
        return self._str_value

    def __hash__(self):
        return hash(self._str_value)

    def __format__(self, spec):
        return format(self._str_value, spec)

    def __len__(self):
        return len(self._str_value)

    def __iter__(self):
        return iter(self._str_value)

    def __contains__(self, x):
        return _plain(x) in self._str_value

    def __getitem__(self, i):
        return self._str_value[i]

    def __add__(self, other):
        return self._str_value + _plain(other) if isinstance(other, str) else NotImplemented

    def __radd__(self, other):
        return other + self._str_value if isinstance(other, str) else NotImplemented

    def __mul__(self, n):
        return self._str_value * n if isinstance(n, int) or _call_dunder(n, '__index__') is not NotImplemented else NotImplemented

    def __rmul__(self, n):
        return self._str_value * n if isinstance(n, int) or _call_dunder(n, '__index__') is not NotImplemented else NotImplemented

    def __mod__(self, args):
        return self._str_value % args

    def __eq__(self, other):
        return self._str_value == _plain(other) if isinstance(other, str) else NotImplemented

    def __ne__(self, other):
        return self._str_value != _plain(other) if isinstance(other, str) else NotImplemented

    def __lt__(self, other):
        return self._str_value < _plain(other) if isinstance(other, str) else NotImplemented

    def __le__(self, other):
        return self._str_value <= _plain(other) if isinstance(other, str) else NotImplemented

    def __gt__(self, other):
        return self._str_value > _plain(other) if isinstance(other, str) else NotImplemented

    def __ge__(self, other):
        return self._str_value >= _plain(other) if isinstance(other, str) else NotImplemented

    def join(self, *args):
        return self._str_value.join(*args)

    def split(self, *args, **kwargs):
        return self._str_value.split(*args, **kwargs)

    def rsplit(self, *args, **kwargs):
        return self._str_value.rsplit(*args, **kwargs)

    def splitlines(self, *args, **kwargs):
        return self._str_value.splitlines(*args, **kwargs)

    def partition(self, *args):
        return self._str_value.partition(*args)

    def rpartition(self, *args):
        return self._str_value.rpartition(*args)

    def strip(self, *args):
        return self._str_value.strip(*args)

    def lstrip(self, *args):
        return self._str_value.lstrip(*args)

    def rstrip(self, *args):
        return self._str_value.rstrip(*args)

    def replace(self, *args):
        return self._str_value.replace(*args)

    def find(self, *args):
        return self._str_value.find(*args)

    def rfind(self, *args):
        return self._str_value.rfind(*args)

    def index(self, *args):
        return self._str_value.index(*args)

    def rindex(self, *args):
        return self._str_value.rindex(*args)

    def count(self, *args):
        return self._str_value.count(*args)

    def startswith(self, *args):
        return self._str_value.startswith(*args)

    def endswith(self, *args):
        return self._str_value.endswith(*args)

    def center(self, *args):
        return self._str_value.center(*args)

    def ljust(self, *args):
        return self._str_value.ljust(*args)

    def rjust(self, *args):
        return self._str_value.rjust(*args)

    def expandtabs(self, *args, **kwargs):
        return self._str_value.expandtabs(*args, **kwargs)

    def removeprefix(self, *args):
        return self._str_value.removeprefix(*args)

    def removesuffix(self, *args):
        return self._str_value.removesuffix(*args)

    def encode(self, *args, **kwargs):
        return self._str_value.encode(*args, **kwargs)

    def format(self, *args, **kwargs):
        return self._str_value.format(*args, **kwargs)

    def format_map(self, *args):
        return self._str_value.format_map(*args)

    def translate(self, *args):
        return self._str_value.translate(*args)

    def upper(self):
        return self._str_value.upper()

    def lower(self):
        return self._str_value.lower()

    def title(self):
        return self._str_value.title()

    def capitalize(self):
        return self._str_value.capitalize()

    def swapcase(self):
        return self._str_value.swapcase()

    def casefold(self):
        return self._str_value.casefold()

    def isdigit(self):
        return self._str_value.isdigit()

    def isalpha(self):
        return self._str_value.isalpha()

    def isspace(self):
        return self._str_value.isspace()

    def isalnum(self):
        return self._str_value.isalnum()

    def isupper(self):
        return self._str_value.isupper()

    def islower(self):
        return self._str_value.islower()

    def istitle(self):
        return self._str_value.istitle()

    def isascii(self):
        return self._str_value.isascii()

    def isdecimal(self):
        return self._str_value.isdecimal()

    def isnumeric(self):
        return self._str_value.isnumeric()

    def isidentifier(self):
        return self._str_value.isidentifier()

    def isprintable(self):
        return self._str_value.isprintable()

    def zfill(self, width):
        return self._str_value.zfill(width)


def _plain(x):
    return x._str_value if isinstance(x, str_) else x


_set_base(str_, str)
