raise ValueError('Größe 5 €')

# expect fault: ValueError: Größe 5 €
# expect trace: line 1 in <module>
