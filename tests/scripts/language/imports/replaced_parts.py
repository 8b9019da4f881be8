def part():
    return "own"


def other():
    return "kept"


def both():
    return part(), other()
