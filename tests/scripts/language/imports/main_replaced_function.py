# Another module may put something else in the place of a function: calls in its own module see that.
import replaced_parts

print(replaced_parts.both())
replaced_parts.part = lambda: "put there"
print(replaced_parts.both())

# expect: ('own', 'kept')
# expect: ('put there', 'kept')
