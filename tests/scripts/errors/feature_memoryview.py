m = memoryview(b'abc')  # expect error: memoryview
