a = b = 1
(a, b) += 1  # expect error: 'tuple' is an illegal expression for augmented assignment
