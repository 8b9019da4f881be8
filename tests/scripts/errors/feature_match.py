x = 1
match x:  # expect error: the match statement is not supported by TinyPy
    case 1:
        pass
