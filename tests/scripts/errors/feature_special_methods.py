# A special method that nothing would call is refused, not ignored.
# differs: Python calls it
class Tap:
    def __init__(self):
        self.n = 0
    def __del__(self):  # expect error: the special method '__del__' is not supported by TinyPy
        print('gone')
