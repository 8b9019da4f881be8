d = {'a': }  # expect error: expression expected after dictionary key and ':'
