print() += 1  # expect error: 'function call' is an illegal expression for augmented assignment
