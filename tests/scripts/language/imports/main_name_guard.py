import guarded
if __name__ == '__main__':
    print('main runs', guarded.name)

# expect: main runs guarded
