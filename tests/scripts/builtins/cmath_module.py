import cmath
from cmath import phase, polar, rect
print('%.6f %.6f' % (cmath.pi, cmath.e))


def show(z):
    return '%.9g %.9g' % (z.real, z.imag)


for v in (1j, 1 + 1j, -2.5 + 0.5j, 4, -1):
    print('%.9g' % phase(v), '%.9g %.9g' % polar(v), show(cmath.exp(v)), show(cmath.log(v)), show(cmath.sqrt(v)), show(cmath.cos(v)), show(cmath.sin(v)))
print(show(rect(2, 0.5)), rect(3, 0), show(cmath.log(8, 2)), show(cmath.log10(100)), show(cmath.tan(0.5j)))
print(cmath.isnan(1j), cmath.isinf(complex(1, float('inf'))), cmath.isfinite(1j))
try:
    cmath.log(0)
except ValueError as e:
    print(e)

# expect: 3.141593 2.718282
# expect: 1.57079633 1 1.57079633 0.540302306 0.841470985 0 1.57079633 0.707106781 0.707106781 1.54308063 -0 0 1.17520119
# expect: 0.785398163 1.41421356 0.785398163 1.46869394 2.28735529 0.34657359 0.785398163 1.09868411 0.455089861 0.833730025 -0.988897706 1.29845758 0.634963915
# expect: 2.94419709 2.54950976 2.94419709 0.0720363634 0.0393536447 0.935901088 2.94419709 0.157336831 1.58894773 -0.903390343 0.311861025 -0.674852729 -0.417472177
# expect: 0 4 0 54.59815 0 1.38629436 0 2 0 -0.653643621 0 -0.756802495 -0
# expect: 3.14159265 1 3.14159265 0.367879441 0 0 3.14159265 0 1 0.540302306 0 -0.841470985 0
# expect: 1.75516512 0.958851077 (3+0j) 3 0 2 0 0 0.462117157
# expect: False True True
# expect: math domain error
