# sys.implementation: its attributes have names, and it can be taken apart as MicroPython's.


class _Implementation:
    def __init__(self):
        self.name = 'tinypy'
        self.version = (0, 1, 0)

    def _parts(self):
        return self.name, self.version

    def __getitem__(self, i):
        return self._parts()[i]

    def __len__(self):
        return 2

    def __iter__(self):
        return iter(self._parts())

    def __repr__(self):
        return "namespace(name='tinypy', version=(0, 1, 0))"


implementation = _Implementation()
