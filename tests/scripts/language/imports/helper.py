print('helper runs once')
CONST = 10
counter = 0
def double(x):
    return x * 2
def get_counter():
    return counter
class Shape:
    sides = 0
    def area(self):
        return CONST
