# __new__ is refused: instances are made by the class alone.
# differs: Python calls it
class One:
    def __new__(cls):  # expect error: the special method '__new__' is not supported by TinyPy
        return super().__new__(cls)
