def set_duty(d):
    assert 0 <= d <= 100, f'duty {d} out of range'
    return d
print(set_duty(50))
set_duty(101)

# expect: 50
# expect fault: AssertionError: duty 101 out of range
# expect trace: line 5 in <module>
# expect trace: line 2 in set_duty
