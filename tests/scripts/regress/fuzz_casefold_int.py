# What the fuzzer found on 2026-11-28: letters that casefold maps and lower does not; a bool that __int__ gives becomes an int.
print('äß€'.casefold(), 'ΑΣς'.casefold(), 'ſµ'.casefold(), 'AbC'.casefold())  # expect: äss€ ασσ sμ abc


class A:
    def __int__(self):
        return True


class B:
    def __index__(self):
        return 7


print(int(A()), int(B()), int(A()) + 1)  # expect: 1 7 2
