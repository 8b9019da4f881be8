m = __import__('math')  # expect error: __import__
