class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f'need {need:.2f}, have {have:.2f}')
        self.missing = need - have
class Account:
    total = 0
    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.log = owner, balance, []
        Account.total += 1
    @property
    def balance(self):
        return self._balance
    @balance.setter
    def balance(self, v):
        if v < 0:
            raise InsufficientFunds(self._balance - v, self._balance)
        self.log.append(v - self._balance)
        self._balance = v
    def transfer(self, other, amount):
        self.balance -= amount
        other.balance += amount
    @classmethod
    def from_text(cls, text):
        name, _, amount = text.partition(':')
        return cls(name.strip(), float(amount))
a, b = Account('ann', 100), Account.from_text('bob: 12.50')
a.transfer(b, 30)
try:
    a.transfer(b, 500)
except InsufficientFunds as e:
    print(e, e.missing)
print(a.balance, b.balance, a.log, b.log, Account.total)

# expect: need 500.00, have 70.00 430
# expect: 70 42.5 [-30] [30.0] 2
