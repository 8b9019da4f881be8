class Animal:
    kind = 'animal'
    def __init__(self, name):
        self.name = name
    def speak(self):
        return self.name + ' makes ' + self.sound()
    def sound(self):
        return 'noise'
class Dog(Animal):
    kind = 'dog'
    def sound(self):
        return 'woof'
class Puppy(Dog):
    def __init__(self, name):
        super().__init__(name + ' jr')
    def sound(self):
        return super().sound() + '?'
for c in (Animal, Dog, Puppy):
    o = c('Rex')
    print(c.__name__, o.speak(), o.kind, isinstance(o, Dog), issubclass(c, Animal), isinstance(o, (int, Dog)))
print(issubclass(Dog, Dog), issubclass(Animal, Dog), isinstance(3, object), issubclass(Dog, object), Puppy.__bases__[0] is Dog)

# expect: Animal Rex makes noise animal False True False
# expect: Dog Rex makes woof dog True True True
# expect: Puppy Rex jr makes woof? dog True True True
# expect: True False True True True
