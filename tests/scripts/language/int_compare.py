print(1 < 2, 2 <= 2, 3 > 4, 4 >= 5, 1 == 1.0, 1 != 1.0, True == 1, False < True)
print(4611686018427387904 == 4611686018427387904.0, 9007199254740993 == 9007199254740992.0, 9007199254740993 > 9007199254740992.0)
print(1 < 1.5, 2 > 1.5, -1 < -0.5, 9223372036854775807 < 1e19, -9223372036854775808 > -1e19, 9223372036854775807 < float('inf'))
print(3 < float('nan'), 3 == float('nan'), 3 != float('nan'))
print(9223372036854775807 == 9223372036854775808.0, 9223372036854775807 < 9223372036854775808.0)

# expect: True True False False True False True True
# expect: True False True
# expect: True True True True True True
# expect: False False True
# expect: False True
