# A program that catches a NameError gets it when it runs.
try:
    nothing_of_that_kind
except NameError as e:
    print('caught', type(e).__name__)


def later():
    return undefined_in_here + 1


try:
    later()
except NameError:
    print('caught later')
try:
    unheard_of()
except (ValueError, NameError):
    print('in a tuple')

# expect: caught NameError
# expect: caught later
# expect: in a tuple
