def f(**k, a):  # expect error: arguments cannot follow var-keyword argument
    pass
