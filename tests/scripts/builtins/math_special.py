# The functions that few need, to nine digits.
import math

for f in (math.asinh, math.acosh, math.atanh, math.erf, math.erfc, math.gamma, math.lgamma):
    for x in (-2.5, -1, -0.3, 0, 0.25, 1, 1.5, 3, 20.5, 170.5, 1000, float('inf'), float('-inf'), float('nan')):
        try:
            print('%s(%s) = %.9g' % (f.__name__, x, f(x)))
        except (ValueError, OverflowError) as e:
            print('%s(%s) %s: %s' % (f.__name__, x, type(e).__name__, e))
print(math.copysign(1, math.nan), math.log(math.inf, math.inf))

# expect: asinh(-2.5) = -1.64723115
# expect: asinh(-1) = -0.881373587
# expect: asinh(-0.3) = -0.295673048
# expect: asinh(0) = 0
# expect: asinh(0.25) = 0.247466462
# expect: asinh(1) = 0.881373587
# expect: asinh(1.5) = 1.19476322
# expect: asinh(3) = 1.81844646
# expect: asinh(20.5) = 3.71416642
# expect: asinh(170.5) = 5.83189108
# expect: asinh(1000) = 7.60090271
# expect: asinh(inf) = inf
# expect: asinh(-inf) = -inf
# expect: asinh(nan) = nan
# expect: acosh(-2.5) ValueError: math domain error
# expect: acosh(-1) ValueError: math domain error
# expect: acosh(-0.3) ValueError: math domain error
# expect: acosh(0) ValueError: math domain error
# expect: acosh(0.25) ValueError: math domain error
# expect: acosh(1) = 0
# expect: acosh(1.5) = 0.96242365
# expect: acosh(3) = 1.76274717
# expect: acosh(20.5) = 3.71297665
# expect: acosh(170.5) = 5.83187388
# expect: acosh(1000) = 7.60090221
# expect: acosh(inf) = inf
# expect: acosh(-inf) ValueError: math domain error
# expect: acosh(nan) = nan
# expect: atanh(-2.5) ValueError: math domain error
# expect: atanh(-1) ValueError: math domain error
# expect: atanh(-0.3) = -0.309519604
# expect: atanh(0) = 0
# expect: atanh(0.25) = 0.255412812
# expect: atanh(1) ValueError: math domain error
# expect: atanh(1.5) ValueError: math domain error
# expect: atanh(3) ValueError: math domain error
# expect: atanh(20.5) ValueError: math domain error
# expect: atanh(170.5) ValueError: math domain error
# expect: atanh(1000) ValueError: math domain error
# expect: atanh(inf) ValueError: math domain error
# expect: atanh(-inf) ValueError: math domain error
# expect: atanh(nan) = nan
# expect: erf(-2.5) = -0.999593048
# expect: erf(-1) = -0.842700793
# expect: erf(-0.3) = -0.328626759
# expect: erf(0) = 0
# expect: erf(0.25) = 0.27632639
# expect: erf(1) = 0.842700793
# expect: erf(1.5) = 0.966105146
# expect: erf(3) = 0.99997791
# expect: erf(20.5) = 1
# expect: erf(170.5) = 1
# expect: erf(1000) = 1
# expect: erf(inf) = 1
# expect: erf(-inf) = -1
# expect: erf(nan) = nan
# expect: erfc(-2.5) = 1.99959305
# expect: erfc(-1) = 1.84270079
# expect: erfc(-0.3) = 1.32862676
# expect: erfc(0) = 1
# expect: erfc(0.25) = 0.72367361
# expect: erfc(1) = 0.157299207
# expect: erfc(1.5) = 0.0338948535
# expect: erfc(3) = 2.2090497e-05
# expect: erfc(20.5) = 8.45084237e-185
# expect: erfc(170.5) = 0
# expect: erfc(1000) = 0
# expect: erfc(inf) = 0
# expect: erfc(-inf) = 2
# expect: erfc(nan) = nan
# expect: gamma(-2.5) = -0.94530872
# expect: gamma(-1) ValueError: math domain error
# expect: gamma(-0.3) = -4.32685111
# expect: gamma(0) ValueError: math domain error
# expect: gamma(0.25) = 3.62560991
# expect: gamma(1) = 1
# expect: gamma(1.5) = 0.886226925
# expect: gamma(3) = 2
# expect: gamma(20.5) = 5.40624298e+17
# expect: gamma(170.5) = 5.56209241e+305
# expect: gamma(1000) OverflowError: math range error
# expect: gamma(inf) = inf
# expect: gamma(-inf) ValueError: math domain error
# expect: gamma(nan) = nan
# expect: lgamma(-2.5) = -0.0562437165
# expect: lgamma(-1) ValueError: math domain error
# expect: lgamma(-0.3) = 1.46484005
# expect: lgamma(0) ValueError: math domain error
# expect: lgamma(0.25) = 1.28802252
# expect: lgamma(1) = 0
# expect: lgamma(1.5) = -0.120782238
# expect: lgamma(3) = 0.693147181
# expect: lgamma(20.5) = 40.831501
# expect: lgamma(170.5) = 704.004428
# expect: lgamma(1000) = 5905.22042
# expect: lgamma(inf) = inf
# expect: lgamma(-inf) = inf
# expect: lgamma(nan) = nan
# expect: 1.0 nan
