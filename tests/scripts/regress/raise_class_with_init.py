# A class that is raised without a call is called by the raise, whatever its __init__ does.
class Jam(Exception):
    def __init__(self, where='hopper'):
        super().__init__('jam in the ' + where)
        self.where = where


def run(kind):
    try:
        raise kind
    except Jam as e:
        print(type(e).__name__, e, e.where, e.args)


run(Jam)
run(Jam('chute'))


class Strict(Jam):
    def __init__(self, code):
        self.code = code


try:
    raise Strict
except TypeError as e:
    print('TypeError')

# expect: Jam jam in the hopper hopper ('jam in the hopper',)
# expect: Jam jam in the chute chute ('jam in the chute',)
# expect: TypeError
