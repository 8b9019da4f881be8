pritn('hello')  # expect error: name 'pritn' is not defined. Did you mean: 'print'?
