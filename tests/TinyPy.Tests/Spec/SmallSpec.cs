// The least that lib/spec could hold: one of everything. Tests change one line of it and read what SpecGen says.
using TinyPy.SpecGen;

namespace TinyPy.Tests.Spec;

/// <summary>A small set of tables, to be changed one text at a time.</summary>
internal sealed class SmallSpec
{
    private readonly Dictionary<string, string> _files = new()
    {
        ["opcodes.md"] = """
            # Opcodes

            ## Loads

            | no | name | operands | stack | meaning |
            |---|---|---|---|---|
            | 1 | LOAD_LOCAL | local | -- v | push a local |
            | 2 | ADD |  | a b -- r | a &#124; b |
            | 3 | BUILD_TUPLE | count | [count] -- v |  |

            `kind` of BINARY and INPLACE: 0 +

            ## Jumps

            | no | name | operands | stack | meaning |
            |---|---|---|---|---|
            | 4 | JUMP | jump | -- / -- ! |  |
            | 5 | FOR_NEXT | jump | i -- i v / -- |  |
            | 6 | RAISE | kind | [raise] -- ! |  |
            """,
        ["loops.md"] = """
            # Loops

            | name | for | bytes | live | body |
            |---|---|---|---|---|
            | LOAD_{d}_{r} | d 0-1, r 0-2 | n | {d} | s{d} = r{r}; |
            | OTHER_{l} | l 0-1 | 3 | 1 | n{1-l} &#124;= s{l+1}; |
            | LT_{a}_K | a 0-1 | 5 | 0 | JUMP r{a} < K |
            | TRUTH |  | 3 | 1 | if (s0 == 1) GO if (s0 != IMM) BAIL |
            | EXIT |  | - | 0 | goto leave; |

            | instruction | as |
            |---|---|
            | 40 | bytes |
            | LOAD_LOCAL | LOAD |
            | FOR_* | LT |
            """,
        ["errors.md"] = """
            # Errors

            ## Exceptions

            | no | exception | name | message |
            |---|---|---|---|
            | 1 | Exception | First | the first |
            | 2 | Exception | Second | '{0:T}' has no {1:N} |

            ## Kills

            | no | name | message |
            |---|---|---|
            | 240 | Stopped | stopped |

            ## Refused images

            | no | name | message |
            |---|---|---|
            | 260 | Magic | not an image |
            """,
        ["builtins.md"] = """
            # Builtins

            ## Builtins

            | no | name | module | kind | args | base | impl |
            |---|---|---|---|---|---|---|
            | 0 | None | builtins | constant |  | object | native |
            | 1 | object | builtins | type | 0 |  | native |
            | 2 | str | builtins | type | 0-1 | object | native |
            | 3 | BaseException | builtins | exception | 0-* | object | native |
            | 4 | Exception | builtins | exception | 0-* | BaseException | native |
            | 5 | sorted | builtins | function | 1+kw |  | both |
            | 6 | math | math | module |  |  | native |
            | 7 | fsum | math | function | 1 |  | python |
            | 8 | _write | _tinypy | function | 1 |  | write a str |

            ## Methods

            | no | type | name | args | impl |
            |---|---|---|---|---|
            | 1 | str | join | 1 | both |
            | 2 | str | base | 0-2+kw | native static |

            ## Attributes

            | no | type | name |
            |---|---|---|
            | 1 | BaseException | args |

            ## Names

            | no | name |
            |---|---|
            | 1 | __lt__ |
            | 2 | __le__ |
            | 3 | __gt__ |
            | 4 | __ge__ |
            | 5 | __eq__ |
            | 6 | __ne__ |
            | 7 | __add__ |
            | 8 | __radd__ |
            | 9 | __iadd__ |
            | 10 | join |
            | 11 | base |
            | 12 | args |

            ## Hooks

            | no | function |
            |---|---|
            | 1 | _repr |
            | 2 | sorted |
            | 3 | math__fsum |
            | 4 | str__join |
            """,
        ["limits.md"] = """
            # Limits

            ## Format

            | name | value | meaning |
            |---|---|---|
            | MAX_LOCALS | 250 | locals |

            ## Compiler

            | name | value | meaning |
            |---|---|---|
            | MAX_SOURCE | 1000 | bytes |

            ## Sandbox

            | name | key | desktop | device | least | most | meaning |
            |---|---|---|---|---|---|---|
            | HEAP | heap | 2000 | 1000 | 100 | 3000 | bytes |
            | TEXT | text | 2000 | 1000 | 100 | 3000 | bytes |
            """,
        ["protocol.md"] = """
            # Protocol

            ## Constants

            | name | value | meaning |
            |---|---|---|
            | VERSION | 1 | version |

            ## Messages

            | no | name | from | request | reply | meaning |
            |---|---|---|---|---|---|
            | 1 | HELLO | host | version:1 | status:1 boot:4 rest:* | who |
            | 3 | DATA | host | tag:2 bytes:* |  | piece |
            | 64 | OUTPUT | board | bytes:* |  | output |

            ## Statuses

            | no | name | meaning |
            |---|---|---|
            | 0 | OK | done |
            | 3 | NONE | no such & more |

            ## Run states

            | no | name | meaning |
            |---|---|---|
            | 0 | IDLE | idle |

            ## Program flags

            | no | name | meaning |
            |---|---|---|
            | 1 | AUTORUN | a |

            ## Hello flags

            | no | name | meaning |
            |---|---|---|
            | 1 | SEALED | s |

            ## Targets

            | no | name | meaning |
            |---|---|---|
            | 0 | STORE | t |

            ## Commit flags

            | no | name | meaning |
            |---|---|---|
            | 1 | AUTORUN | a |

            ## Fault parts

            | no | name | meaning |
            |---|---|---|
            | 0 | NUMBERS | n |

            ## Events

            | no | name | meaning |
            |---|---|---|
            | 1 | BOOT | booted |
            """,
    };

    /// <summary>Replaces a text that occurs once. A `\n` in it is a line end.</summary>
    public SmallSpec With(string file, string old, string replacement)
    {
        string text = _files[file];
        int at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0 && text.IndexOf(old, at + 1, StringComparison.Ordinal) < 0, $"'{old}' is not once in {file}");
        _files[file] = text.Replace(old, replacement);
        return this;
    }

    /// <summary>The line of a text that occurs once.</summary>
    public int LineOf(string file, string text) =>
        _files[file][.._files[file].IndexOf(text, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

    /// <summary>Generates all files.</summary>
    public SortedDictionary<string, string> Generate() => Generator.Generate(name => _files[name]);
}
