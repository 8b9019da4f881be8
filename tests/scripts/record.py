#!/usr/bin/env python3
"""Records, or checks, the expectations of the golden scripts with CPython.

    python3 record.py                 record every script that CPython can run
    python3 record.py --check         compare, write nothing; exit 1 on a difference
    python3 record.py [--check] a.py  only the named scripts

CPython 3.11 is the reference: other versions word some messages differently. A script is left alone when it is marked
`# differs: reason`, expects a compile error or a kill, or sets limits. Scripts that import machine, time, gc or micropython run
against the small models in this file: one virtual clock that only sleeping moves, pins that remember their level.
README.md beside this file describes the comment format.
"""
import os
import re
import subprocess
import sys
import types

ROOT = os.path.dirname(os.path.abspath(__file__))
EVENT = '\x01event '
BLOCK = re.compile(r'^\s*# expect(?: fault| trace| exit| pin)?:')
LEFT_ALONE = re.compile(r'^\s*# (?:differs|limits|policy):|# expect error|# expect kill', re.M)


def scripts():
    for folder, folders, files in os.walk(ROOT):
        folders.sort()
        for name in sorted(files):
            path = os.path.join(folder, name)
            if folder == ROOT or not name.endswith('.py'):
                continue
            if os.path.basename(folder) == 'imports' and not name.startswith('main_'):
                continue
            yield path


# ---- the models: what a script sees in place of the board -------------------------------------------------------------

def install_models(source):
    clock = [0]                     # microseconds since start
    levels = {}                     # output pins: level
    inputs = []                     # (us, pin, level), from `# input:` lines
    pulls = {}
    for time_ms, pin, level in re.findall(r'^# input: ([\d.]+) ms GPIO(\d+) ([01])$', source, re.M):
        inputs.append((round(float(time_ms) * 1000), int(pin), int(level)))

    def change(pin, level):
        if levels.get(pin, 0) != level:
            ms = '%d' % (clock[0] // 1000) if clock[0] % 1000 == 0 else ('%.3f' % (clock[0] / 1000)).rstrip('0')
            sys.stdout.write('%spin: %s ms GPIO%d %d\n' % (EVENT, ms, pin, level))
        levels[pin] = level

    def read(pin):
        found = pulls.get(pin, 0)
        for at, number, level in inputs:
            if number == pin and at <= clock[0]:
                found = level
        return found

    class Pin:
        IN, OUT, OPEN_DRAIN = 1, 3, 7
        PULL_DOWN, PULL_UP = 1, 2

        def __init__(self, id, mode=-1, pull=-1, *, value=None):
            self._id = id
            self._mode = mode
            if mode == Pin.IN:
                pulls[id] = 1 if pull == Pin.PULL_UP else 0
            if value is not None and mode == Pin.OUT:
                change(id, 1 if value else 0)

        def value(self, x=None):
            if x is None:
                return read(self._id) if self._mode == Pin.IN else levels.get(self._id, 0)
            change(self._id, 1 if x else 0)

        __call__ = value

        def on(self):
            change(self._id, 1)

        def off(self):
            change(self._id, 0)

        def toggle(self):
            change(self._id, 1 - levels.get(self._id, 0))

    machine = types.ModuleType('machine')
    machine.Pin = Pin

    def sleep_us(us):
        clock[0] += max(0, us)

    time = types.ModuleType('time')
    time.sleep = lambda s: sleep_us(round(s * 1000000))
    time.sleep_ms = lambda ms: sleep_us(ms * 1000)
    time.sleep_us = sleep_us
    period = 1 << 30
    time.ticks_ms = lambda: clock[0] // 1000 % period
    time.ticks_us = lambda: clock[0] % period
    time.ticks_add = lambda ticks, delta: (ticks + delta) % period
    time.ticks_diff = lambda a, b: (a - b + period // 2) % period - period // 2

    sys.modules['machine'] = machine
    sys.modules['time'] = time


def child(path):
    with open(path, encoding='utf-8') as file:
        source = file.read()
    sys.stdout.reconfigure(encoding='utf-8', newline='\n')
    sys.stderr.reconfigure(encoding='utf-8')
    sys.path[0] = os.path.dirname(path)
    sys.argv = [path]
    if re.search(r'^\s*(?:from|import) (?:machine|time)\b', source, re.M):
        install_models(source)
    code = compile(source, path, 'exec', dont_inherit=True)
    main = types.ModuleType('__main__')
    sys.modules['__main__'] = main
    try:
        exec(code, main.__dict__)
    except SystemExit as e:
        sys.stdout.write('%sexit: %d\n' % (EVENT, e.code if isinstance(e.code, int) else 0 if e.code is None else 1))
    except BaseException as e:
        import traceback
        sys.stdout.flush()
        text = traceback.format_exception_only(type(e), e)[-1].strip('\n')
        text = re.sub(r'^(?:[\w<>]+\.)+(?=\w+(?:$|:))', '', text)
        sys.stdout.write('%sfault: %s\n' % (EVENT, text))
        for frame in traceback.extract_tb(e.__traceback__):
            if frame.filename != __file__:
                sys.stdout.write('%strace: line %d in %s\n' % (EVENT, frame.lineno, frame.name))
    sys.stdout.flush()


def run(path):
    env = dict(os.environ, PYTHONHASHSEED='1', PYTHONDONTWRITEBYTECODE='1', PYTHONIOENCODING='utf-8')
    done = subprocess.run([sys.executable, '-W', 'ignore::SyntaxWarning', os.path.abspath(__file__), '--child', path],
                          capture_output=True, env=env, timeout=60)
    if done.returncode or done.stderr:
        raise RuntimeError('%s: %s' % (path, done.stderr.decode('utf-8', 'replace')[-600:]))
    lines = []
    text = done.stdout.decode('utf-8')
    if text and not text.endswith('\n'):
        text += '\n'
    for line in text.split('\n')[:-1]:
        at = line.find(EVENT)
        if at > 0:                  # an event after output without a line end
            lines.append('# expect: ' + line[:at])
            line = line[at:]
        if line.startswith(EVENT):
            lines.append('# expect ' + line[len(EVENT):])
        else:
            lines.append(('# expect: ' + line) if line else '# expect:')
    return lines


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith('--')]
    check = '--check' in sys.argv
    failed = written = seen = 0
    for path in [os.path.abspath(a) for a in arguments] or list(scripts()):
        with open(path, encoding='utf-8', newline='') as file:
            old = file.read()
        if LEFT_ALONE.search(old):
            continue
        seen += 1
        body = old.split('\n')
        while body and (not body[-1].strip() or BLOCK.match(body[-1])):
            body.pop()
        try:
            lines = run(path)
        except (RuntimeError, subprocess.TimeoutExpired) as e:
            print('FAILED', e)
            failed += 1
            continue
        if not lines:
            print('NO OUTPUT', path)
            failed += 1
            continue
        new = '\n'.join(body + [''] + lines) + '\n'
        if new != old:
            if check:
                print('DIFFERS', path)
                failed += 1
            else:
                with open(path, 'w', encoding='utf-8', newline='') as file:
                    file.write(new)
                written += 1
    print('%d scripts, %d written, %d failed' % (seen, written, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    if len(sys.argv) == 3 and sys.argv[1] == '--child':
        child(sys.argv[2])
    else:
        sys.exit(main())
