import helper
print(helper.x)
print(helper.y)  # expect error: module 'helper' has no attribute 'y'
