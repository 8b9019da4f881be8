class C:
    def helper(x):
        return x
    table = [helper(i) for i in (1, 2)]  # expect error: name 'helper' is not defined
