// The verifier's checks, each just inside and just outside of what it allows (lib/spec/opcodes.md; image.md, the regions).
using TinyPy.Vm;
using static TinyPy.Tests.Vm.LoaderHost;

namespace TinyPy.Tests.Vm;

public sealed class VerifierTests
{
    private static void Accepts(Action<FunctionBuilder> main, int stack = 0, int locals = 0) => Accepted(ImageBuilder.Of(main, stack, locals));

    private static void Refuses(int error, Action<FunctionBuilder> main, int stack = 0, int locals = 0) => Refused(error, ImageBuilder.Of(main, stack, locals));

    // Refused for that reason at that offset of the program's code.
    private static void RefusesAt(int error, int offset, Action<FunctionBuilder> main, int stack = 0, int locals = 0)
    {
        ImageBuilder image = ImageBuilder.Of(main, stack, locals);
        byte[] bytes = image.Build();
        Refused(error, bytes, image.Sections[5] + offset);
    }

    public static TheoryData<int> UnknownOpcodes()
    {
        TheoryData<int> data = [];
        foreach (int op in Enumerable.Range(0, 256).Where(op => op >= Op.COUNT || OpTable.Layout[op] == 0))
        {
            data.Add(op);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(UnknownOpcodes))]
    public void An_unknown_opcode_is_refused(int op)
    {
        RefusesAt(Err.ImageOpcode, 1, f => f.Add(Op.PUSH_NONE).Add(op, 0, 0, 0, 0, 0, 0).Add(Op.RETURN), 1);
    }

    public static TheoryData<int> Opcodes()
    {
        TheoryData<int> data = [];
        foreach (int op in Enumerable.Range(0, Op.COUNT).Where(op => OpTable.Layout[op] != 0))
        {
            data.Add(op);
        }

        return data;
    }

    // Every instruction in a place where it may stand: what comes before gives it all that it takes.
    [Theory]
    [MemberData(nameof(Opcodes))]
    public void Every_instruction_is_accepted_where_it_may_stand(int op)
    {
        Accepted(WithInstruction(op, 0));
    }

    // The same with one value less on the stack, and with the last byte of its operands behind the end.
    [Theory]
    [MemberData(nameof(Opcodes))]
    public void No_instruction_takes_more_than_there_is(int op)
    {
        int taken = Taken(op);
        if (taken > 0)
        {
            Refused(Err.ImageStackUnderflow, WithInstruction(op, -1));
        }
    }

    [Theory]
    [MemberData(nameof(Opcodes))]
    public void An_instruction_is_not_cut_off(int op)
    {
        ImageBuilder image = ImageBuilder.Smallest();
        FunctionBuilder function = image.Function(1000, 10, 16);
        function.Times(8, Op.PUSH_NONE);
        if (OpTable.Length[op] > 1)
        {
            function.Add(op, new int[OpTable.Length[op] - 2]);
            Refused(Err.ImageOperandCut, image);
        }
    }

    // INVOKE skips the call behind it; of the call its local and its name may be any.
    [Fact]
    public void A_method_is_invoked_only_where_its_call_follows()
    {
        int[] code = [Op.INVOKE, Op.LOAD_METHOD_L, 1, Word.key, 0, Op.CALL_METHOD, 0, Op.RETURN];
        Accepted(Invoking(code));
        for (int at = 1; at < code.Length - 1; at++)
        {
            for (int other = 0; other < 256; other++)
            {
                int[] changed = [.. code];
                changed[at] = other;
                byte[] built = Invoking(changed).Build();
                bool isRight = other == code[at] || (at == 2 && other < 3) || (at == 3 && other > 0) || (at == 4 && (other << 8 | code[3]) <= NameTable.Count);
                Assert.Equal(isRight, LoaderHost.Machine().Load(built, built.Length) == 0);
            }
        }

        Refused(Err.ImageOperandCut, Invoking([Op.INVOKE, Op.LOAD_METHOD_L, 1, Word.key, 0]));

        static ImageBuilder Invoking(int[] code)
        {
            ImageBuilder image = ImageBuilder.Smallest();
            image.Function(2, 3).Add(code[0], code[1..]);
            return image;
        }
    }

    // CALL_DIRECT enters the function without looking: it takes just the arguments, no cells, and is no generator.
    [Fact]
    public void A_direct_call_is_of_a_function_that_takes_just_the_arguments()
    {
        Accepted(Calling(1, 2));
        Refused(Err.ImageFunctionOperand, Calling(1, 1));
        Refused(Err.ImageFunctionOperand, Calling(1, 3));
        Refused(Err.ImageFunctionOperand, Calling(2, 2));
        Refused(Err.ImageFunctionOperand, Calling(0, 0));
        foreach (int flags in (int[])[1, 2, 4, 32, 64])
        {
            Refused(Err.ImageFunctionOperand, Calling(1, 2, flags));
        }

        ImageBuilder keywordOnly = Calling(1, 2, 8);
        Refused(Err.ImageFunctionOperand, keywordOnly);
        Refused(Err.ImageStackUnderflow, Calling(1, 2, 0, -1));

        static ImageBuilder Calling(int callee, int arguments, int flags = 0, int more = 0)
        {
            ImageBuilder image = ImageBuilder.Of(f => f.Times(arguments + 1 + more, Op.PUSH_NONE).Add(Op.CALL_DIRECT, callee, arguments).Add(Op.RETURN), arguments + 1 + more);
            FunctionBuilder called = image.Function(1, 4, flags);
            called.Positional = 2;
            if (flags == 8)
            {
                called.KeywordOnly = 1;
                called.ParameterNames.AddRange([Word.key, Word.end, Word.@base]);
            }

            if (flags == 64)
            {
                called.Frees = 1;
                called.Add(Op.COPY_FREE, 2, 1);
            }

            if (flags == 4)
            {
                called.Add(Op.MAKE_GENERATOR);
            }

            called.Add(Op.PUSH_NONE).Add(Op.RETURN);
            return image;
        }
    }

    [Fact]
    public void A_local_that_is_returned_is_one_of_the_function()
    {
        Accepts(f => f.Add(Op.RETURN_LOCAL, 4), 0, 5);
        Refuses(Err.ImageLocal, f => f.Add(Op.RETURN_LOCAL, 5), 0, 5);
        RefusesAt(Err.ImageDeadCode, 2, f => f.Add(Op.RETURN_LOCAL, 4).Add(Op.RETURN_NONE), 0, 5);
    }

    [Fact]
    public void A_sum_that_is_returned_stands_before_its_return()
    {
        Accepts(f => f.Times(2, Op.PUSH_NONE).Add(Op.ADD_RETURN).Add(Op.RETURN), 2);
        Refuses(Err.ImageOperandCut, f => f.Times(2, Op.PUSH_NONE).Add(Op.ADD_RETURN).Add(Op.POP).Add(Op.RETURN_NONE), 2);
        Refuses(Err.ImageOperandCut, f => f.Times(2, Op.PUSH_NONE).Add(Op.ADD_RETURN), 2);
    }

    // The same in a function that others follow: their code is not read as its operands.
    [Theory]
    [MemberData(nameof(Opcodes))]
    public void An_instruction_is_not_continued_by_the_next_function(int op)
    {
        for (int length = 1; length < OpTable.Length[op]; length++)
        {
            ImageBuilder image = ImageBuilder.Smallest();
            FunctionBuilder function = image.Function(8, 10, 16).Times(8, Op.PUSH_NONE).Add(op, new int[length - 1]);
            image.Function(0, 10).Times(8, Op.RETURN_NONE);
            byte[] bytes = image.Build();
            Refused(Err.ImageOperandCut, bytes, image.Sections[5] + image.Main.Size + 8);
        }
    }

    // The depth behind an instruction is known to a jump that leads back there, where nothing else leads to.
    [Theory]
    [MemberData(nameof(Opcodes))]
    public void A_jump_back_meets_the_depth_behind_any_instruction(int op)
    {
        if (OpTable.FallsThrough(op) && op != Op.ADD_RETURN)
        {
            Accepted(WithInstruction(op, 0, 0));
            Refused(Err.ImageStackMismatch, WithInstruction(op, 0, 1));
        }
    }

    // What an instruction of WithInstruction takes (its counts are 2, its kinds 1).
    private static int Taken(int op) => OpTable.Pop[op] != 255 ? OpTable.Pop[op] : op switch
    {
        Op.CALL or Op.CALL_KW or Op.CALL_DIRECT => 3,
        Op.CALL_METHOD or Op.CALL_METHOD_KW => 4,
        Op.BUILD_DICT => 4,
        Op.FORMAT or Op.RAISE or Op.MAKE_CLOSURE => 1,
        _ => 2,
    };

    // With `back`: behind it a jump to behind it, with so many values more.
    private static ImageBuilder WithInstruction(int op, int more, int back = -1)
    {
        ImageBuilder image = ImageBuilder.Smallest().Int(1).Constant(7, [1, .. ImageBuilder.Varint(Word.key)]);
        image.Globals = 1;
        bool generator = op is Op.YIELD or Op.YIELD_FROM or Op.MAKE_GENERATOR;
        bool copies = op == Op.COPY_FREE;
        FunctionBuilder f = image.Function(0, 10, 16 | (generator ? 4 : 0) | (copies ? 64 : 0));
        f.Frees = 2;
        FunctionBuilder made = image.Function(0, 1).Add(Op.RETURN_NONE);
        made.Positional = 1;
        image.Function(0, 2).Add(Op.RETURN_NONE).Positional = 2;
        if (op is Op.LOAD_CELL or Op.STORE_CELL or Op.DELETE_CELL)
        {
            f.Add(Op.MAKE_CELL, 3);
        }

        if (generator && op != Op.MAKE_GENERATOR)
        {
            f.Add(Op.MAKE_GENERATOR);
        }

        // LIST_APPEND and its like reach two values below what they take.
        int below = op is Op.LIST_APPEND or Op.SET_ADD or Op.DICT_ADD ? 2 : 0;
        int depth = below + Taken(op) + more;
        f.Times(depth, Op.PUSH_NONE);
        int most = depth;
        int[] operands = OpTable.Layout[op] switch
        {
            OpTable.LAYOUT_LOCAL => [3],
            OpTable.LAYOUT_LOCAL_LOCAL => [3, 4],
            OpTable.LAYOUT_LOCAL_INT8 => [3, 255],
            OpTable.LAYOUT_LOCAL_COUNT => [3, 2],
            OpTable.LAYOUT_LOCAL_KIND => [3, 2],
            OpTable.LAYOUT_LOCAL_NAME => [3, Word.key, 0],
            OpTable.LAYOUT_STATIC => [op == Op.LOAD_STATIC ? 0 : 2],
            OpTable.LAYOUT_STATIC16 => [op == Op.LOAD_STATIC_W ? 0 : 2, 0],
            OpTable.LAYOUT_INT8 => [128],
            OpTable.LAYOUT_BUILTIN => [Builtin.len, 0],
            OpTable.LAYOUT_KIND => [1],
            OpTable.LAYOUT_NAME => [Word.key, 0],
            OpTable.LAYOUT_COUNT => [2],
            OpTable.LAYOUT_COUNT_COUNT => [2, 2],
            OpTable.LAYOUT_COUNT_STATIC16 => [2, 1, 0],
            OpTable.LAYOUT_BUILTIN_COUNT => [Builtin.len, 0, 2],
            OpTable.LAYOUT_BUILTIN_COUNT_STATIC16 => [Builtin.len, 0, 2, 1, 0],
            OpTable.LAYOUT_FUNC => [2, 0],
            OpTable.LAYOUT_FUNC8_COUNT => [3, 2],
            OpTable.LAYOUT_FUNC_KIND => [2, 0, 1],
            OpTable.LAYOUT_NAME_COUNT => [Word.key, 0, 2],
            OpTable.LAYOUT_LOCAL_LOCAL_JUMP => [3, 4],
            OpTable.LAYOUT_LOCAL_INT8_JUMP => [3, 1],
            OpTable.LAYOUT_INT8_JUMP => [1],
            OpTable.LAYOUT_LOCAL_JUMP => [3],
            OpTable.LAYOUT_NAME_JUMP => [Word.key, 0],
            OpTable.LAYOUT_STATIC16_JUMP => [2, 0],
            _ => [],
        };
        bool jumps = operands.Length + 3 == OpTable.Length[op] && OpTable.Layout[op] is not (OpTable.LAYOUT_FUNC or OpTable.LAYOUT_FUNC_KIND);
        jumps &= OpTable.Layout[op] is OpTable.LAYOUT_JUMP or OpTable.LAYOUT_LOCAL_LOCAL_JUMP or OpTable.LAYOUT_LOCAL_INT8_JUMP or OpTable.LAYOUT_INT8_JUMP
            or OpTable.LAYOUT_LOCAL_JUMP or OpTable.LAYOUT_NAME_JUMP or OpTable.LAYOUT_STATIC16_JUMP;
        if (jumps)
        {
            f.Jump(op, "there", operands);
            most = Math.Max(most, depth - Taken(op) + OpTable.PushOnJump(op));
        }
        else
        {
            f.Add(op, operands);
        }

        if (op == Op.INC_SELF)
        {
            f.AddWide(Op.GET_SELF, Word.key).Add(Op.IADD_INT, 1).AddWide(Op.SET_SELF, Word.key);
            most++;
        }

        if (op == Op.INVOKE)
        {
            f.Add(Op.LOAD_METHOD_L, 3, Word.key, 0).Add(Op.CALL_METHOD, 0).Add(Op.POP);
            most += 2;
        }

        if (op == Op.DRIVE_PIN)
        {
            f.Add(Op.LOAD_METHOD_L, 3, Word.toggle & 255, Word.toggle >> 8).Add(Op.CALL_METHOD, 0).Add(Op.POP);
            most += 2;
        }

        if (OpTable.FallsThrough(op))
        {
            int pushed = op == Op.UNPACK ? 2 : op == Op.UNPACK_EX ? 5 : OpTable.PushOnNext(op);
            most = Math.Max(most, depth - Taken(op) + pushed + Math.Max(0, back));
            if (back >= 0)
            {
                f.Label("back").Add(Op.CLEAR_LOCAL, 9).Times(back, Op.PUSH_NONE).Jump(Op.JUMP_IF_BOUND, "back", 9);
            }

            f.Add(op == Op.ADD_RETURN ? Op.RETURN : Op.RETURN_NONE);
        }

        if (jumps)
        {
            f.Label("there").Add(Op.RETURN_NONE);
        }

        f.Stack = most;
        return image;
    }

    [Theory]
    [InlineData(Op.LOAD_LOCAL)]
    [InlineData(Op.LOAD_LOCAL_CHECK)]
    [InlineData(Op.DELETE_LOCAL)]
    [InlineData(Op.CLEAR_LOCAL)]
    [InlineData(Op.MAKE_CELL)]
    public void A_local_is_one_of_the_function(int op)
    {
        int stack = OpTable.Push[op];
        Accepts(f => f.Add(op, 4).Add(Op.RETURN_NONE), stack, 5);
        Refuses(Err.ImageLocal, f => f.Add(op, 5).Add(Op.RETURN_NONE), stack, 5);
        Refuses(Err.ImageLocal, f => f.Add(op, 255).Add(Op.RETURN_NONE), stack, 5);
    }

    [Fact]
    public void Folded_second_and_implied_locals_are_checked_too()
    {
        for (int i = 0; i < 8; i++)
        {
            int local = i;
            Accepts(f => f.Add(Op.LOAD_LOCAL_0 + local).Add(Op.RETURN), 1, local + 1);
            Refuses(Err.ImageLocal, f => f.Add(Op.LOAD_LOCAL_0 + local).Add(Op.RETURN), 1, local);
            Accepts(f => f.Add(Op.PUSH_NONE).Add(Op.STORE_LOCAL_0 + local).Add(Op.RETURN_NONE), 1, local + 1);
            Refuses(Err.ImageLocal, f => f.Add(Op.PUSH_NONE).Add(Op.STORE_LOCAL_0 + local).Add(Op.RETURN_NONE), 1, local);
        }

        Accepts(f => f.Add(Op.LOAD_LOCALS, 1, 2).Add(Op.POP).Add(Op.RETURN), 2, 3);
        Refuses(Err.ImageLocal, f => f.Add(Op.LOAD_LOCALS, 1, 3).Add(Op.POP).Add(Op.RETURN), 2, 3);
        Refuses(Err.ImageLocal, f => f.Add(Op.LOAD_LOCALS, 3, 1).Add(Op.POP).Add(Op.RETURN), 2, 3);
        Accepts(f => f.AddWide(Op.GET_SELF, Word.key).Add(Op.RETURN), 1, 1);
        Refuses(Err.ImageLocal, f => f.AddWide(Op.GET_SELF, Word.key).Add(Op.RETURN), 1, 0);
        Refuses(Err.ImageLocal, f => f.Add(Op.PUSH_NONE).AddWide(Op.SET_SELF, Word.key).Add(Op.RETURN_NONE), 1, 0);
        Refuses(Err.ImageLocal, f => f.Jump(Op.JUMP_LT_LL, "a", 0, 2).Label("a").Add(Op.RETURN_NONE), 0, 2);
        Accepts(f => f.Jump(Op.JUMP_LT_LL, "a", 0, 1).Label("a").Add(Op.RETURN_NONE), 0, 2);
    }

    [Fact]
    public void A_static_is_of_the_kind_that_the_instruction_names()
    {
        ImageBuilder Of(int op, int number)
        {
            ImageBuilder image = ImageBuilder.Smallest().Int(1).Int(2);
            image.Globals = 2;
            FunctionBuilder f = image.Function(OpTable.Pop[op] + OpTable.Push[op] > 0 ? 1 : 0);
            f.Times(OpTable.Pop[op], Op.PUSH_NONE);
            _ = op == Op.RUN_ONCE ? f.Jump(op, "a", number, 0)
                : OpTable.Layout[op] == OpTable.LAYOUT_STATIC ? f.Add(op, number) : f.AddWide(op, number);
            f.Label("a").Add(Op.RETURN_NONE);
            return image;
        }

        foreach (int op in (int[])[Op.LOAD_STATIC, Op.LOAD_STATIC_W])
        {
            Accepted(Of(op, 0));
            Accepted(Of(op, 1));
            Refused(Err.ImageStatic, Of(op, 2));
            Refused(Err.ImageStatic, Of(op, 255));
        }

        foreach (int op in (int[])[Op.LOAD_GLOBAL, Op.LOAD_GLOBAL_W, Op.STORE_GLOBAL, Op.STORE_GLOBAL_W, Op.DELETE_GLOBAL, Op.RUN_ONCE])
        {
            Refused(Err.ImageStatic, Of(op, 1));
            Accepted(Of(op, 2));
            Accepted(Of(op, 3));
            Refused(Err.ImageStatic, Of(op, 4));
        }
    }

    [Theory]
    [InlineData(Op.GET_ATTR, 1, 1)]
    [InlineData(Op.SET_ATTR, 2, 2)]
    [InlineData(Op.DEL_ATTR, 1, 1)]
    [InlineData(Op.GET_SELF, 0, 1)]
    [InlineData(Op.SET_SELF, 1, 1)]
    [InlineData(Op.LOAD_METHOD, 1, 2)]
    [InlineData(Op.LOAD_SUPER, 2, 2)]
    public void A_name_exists(int op, int pushes, int stack)
    {
        foreach ((int number, bool valid) in ((int, bool)[])[(0, false), (1, true), (ImageBuilder.FirstName, true), (ImageBuilder.FirstName + 1, false), (65535, false)])
        {
            ImageBuilder image = ImageBuilder.Of(f => f.Times(pushes, Op.PUSH_NONE).AddWide(op, number).Add(Op.RETURN_NONE), stack, 1).Name("a");
            if (valid)
            {
                Accepted(image);
            }
            else
            {
                Refused(Err.ImageNameOperand, image);
            }
        }
    }

    [Fact]
    public void A_jump_leads_to_an_instruction_of_its_function()
    {
        Accepts(f => f.Label("a").Jump(Op.JUMP, "a"));
        Accepts(f => f.Jump(Op.JUMP, "a").Label("a").Add(Op.RETURN_NONE));
        RefusesAt(Err.ImageJumpTarget, 0, f => f.AddWide(Op.JUMP, 1).Add(Op.RETURN_NONE));
        RefusesAt(Err.ImageJumpTarget, 0, f => f.AddWide(Op.JUMP, 0xFFFC).Add(Op.RETURN_NONE));
        RefusesAt(Err.ImageJumpTarget, 0, f => f.AddWide(Op.JUMP, 0x7FFF).Add(Op.RETURN_NONE));
        RefusesAt(Err.ImageJumpTarget, 0, f => f.AddWide(Op.JUMP, 0x8000).Add(Op.RETURN_NONE));

        // Into an instruction: ahead, behind, and into the jump itself.
        RefusesAt(Err.ImageJumpTarget, 4, f => f.Add(Op.PUSH_NONE).AddWide(Op.JUMP_IF_NONE, 1).Add(Op.PUSH_INT, 0).Add(Op.RETURN), 1);
        RefusesAt(Err.ImageJumpTarget, 2, f => f.Add(Op.PUSH_INT, 0).AddWide(Op.JUMP, 0xFFFC), 1);
        RefusesAt(Err.ImageJumpTarget, 0, f => f.AddWide(Op.JUMP, 0xFFFE));
        RefusesAt(Err.ImageJumpTarget, 0, f => f.AddWide(Op.JUMP, 0xFFFF));
    }

    [Fact]
    public void An_instruction_has_one_depth()
    {
        Accepts(f => f.Add(Op.PUSH_NONE).Jump(Op.JUMP_IF_NONE, "a").Add(Op.PUSH_NONE).Add(Op.POP).Label("a").Add(Op.RETURN_NONE), 1);
        RefusesAt(Err.ImageStackMismatch, 5, f => f.Add(Op.PUSH_NONE).Jump(Op.JUMP_IF_NONE, "a").Add(Op.PUSH_NONE).Label("a").Add(Op.RETURN_NONE), 1);

        // A loop that grows or shrinks the stack.
        RefusesAt(Err.ImageStackMismatch, 1, f => f.Label("a").Add(Op.PUSH_NONE).Jump(Op.JUMP, "a"), 1);
        RefusesAt(Err.ImageStackMismatch, 2, f => f.Add(Op.PUSH_NONE).Label("a").Add(Op.POP).Jump(Op.JUMP, "a"), 1);

        // Two jumps to the same place ahead.
        RefusesAt(
            Err.ImageStackMismatch,
            5,
            f => f.Add(Op.PUSH_NONE).Jump(Op.JUMP_IF_NONE, "a").Add(Op.PUSH_NONE).Jump(Op.JUMP, "a").Label("a").Add(Op.RETURN_NONE),
            1);

        // The depth on the jump is not the one on going on.
        Accepts(f => f.Add(Op.PUSH_NONE).Jump(Op.JUMP_IF_TRUE_OR_POP, "a").Add(Op.PUSH_NONE).Label("a").Add(Op.RETURN), 1);
        Refuses(Err.ImageStackMismatch, f => f.Add(Op.PUSH_NONE).Jump(Op.JUMP_IF_TRUE_OR_POP, "a").Label("a").Add(Op.RETURN), 1);
    }

    [Theory]
    [InlineData(Op.FOR_NEXT, 1, Op.POP, 2)]
    [InlineData(Op.FOR_NEXT_LOCAL, 1, 0, 1)]
    [InlineData(Op.RANGE_NEXT, 3, 0, 3)]
    public void A_loop_with_its_test_at_the_end_is_accepted(int op, int values, int inBody, int stack)
    {
        void Loop(FunctionBuilder f)
        {
            f.Times(values, Op.PUSH_NONE).Jump(Op.JUMP, "next").Label("body");
            if (inBody != 0)
            {
                f.Add(inBody);
            }

            f.Label("next").Jump(op, "body", op == Op.FOR_NEXT ? [] : [0]).Add(Op.RETURN_NONE);
        }

        Accepts(Loop, stack, 1);
        Refuses(Err.ImageStackDepth, Loop, stack + 1, 1);
        Refuses(Err.ImageStackDepth, Loop, stack - 1, 1);
        Refuses(Err.ImageLocal, f => f.Times(values, Op.PUSH_NONE).Jump(Op.JUMP, "next").Label("body").Add(Op.LOAD_LOCAL, 1).Label("next").Add(Op.RETURN_NONE), stack, 1);
    }

    [Fact]
    public void A_while_loop_with_its_test_at_the_end_is_accepted()
    {
        Accepts(f => f.Jump(Op.JUMP, "test").Label("body").Add(Op.PUSH_NONE).Add(Op.POP).Label("test").Add(Op.PUSH_TRUE).Jump(Op.JUMP_IF_TRUE, "body").Add(Op.RETURN_NONE), 1);

        // What looks like a body and is not jumped back to.
        RefusesAt(Err.ImageDeadCode, 3, f => f.Jump(Op.JUMP, "test").Add(Op.PUSH_NONE).Add(Op.POP).Label("test").Add(Op.RETURN_NONE), 1);

        // One that is jumped back to at another depth.
        Refuses(
            Err.ImageStackMismatch,
            f => f.Jump(Op.JUMP, "test").Label("body").Add(Op.RETURN_NONE).Label("test").Add(Op.PUSH_TRUE).Add(Op.PUSH_TRUE).Jump(Op.JUMP_IF_TRUE, "body").Add(Op.RETURN),
            2);
    }

    [Fact]
    public void The_depth_in_the_header_is_the_one_of_the_code()
    {
        void Code(FunctionBuilder f) => f.Add(Op.PUSH_NONE).Add(Op.DUP2 - 1).Add(Op.POP).Add(Op.RETURN);
        Accepts(Code, 2);
        Refuses(Err.ImageStackDepth, Code, 1);
        Refuses(Err.ImageStackDepth, Code, 3);
        Accepts(f => f.Add(Op.RETURN_NONE), 0);
        Refuses(Err.ImageStackDepth, f => f.Add(Op.RETURN_NONE), 1);
    }

    [Fact]
    public void Code_does_not_run_past_its_end_and_all_of_it_is_reached()
    {
        RefusesAt(Err.ImageFallThrough, 2, f => f.Add(Op.PUSH_NONE).Add(Op.POP), 1);
        Refuses(Err.ImageFallThrough, f => f.Label("a").Jump(Op.JUMP_IF_BOUND, "a", 0), 0, 1);
        RefusesAt(Err.ImageDeadCode, 1, f => f.Add(Op.RETURN_NONE).Add(Op.RETURN_NONE));
        RefusesAt(Err.ImageDeadCode, 3, f => f.Label("a").Jump(Op.JUMP, "a").Add(Op.RETURN_NONE));
        RefusesAt(Err.ImageDeadCode, 3, f => f.Add(Op.PUSH_NONE).Add(Op.RAISE, 1).Add(Op.RETURN_NONE), 1);
        RefusesAt(Err.ImageDeadCode, 2, f => f.Add(Op.PUSH_NONE).Add(Op.RERAISE).Add(Op.RETURN_NONE), 1);
    }

    [Theory]
    [InlineData(Op.BINARY, 12, 2)]
    [InlineData(Op.INPLACE, 12, 2)]
    [InlineData(Op.FORMAT, 7, 2)]
    public void A_kind_is_one_of_the_table(int op, int last, int values)
    {
        for (int kind = 0; kind <= last; kind++)
        {
            int k = kind;
            Accepts(f => f.Times(values, Op.PUSH_NONE).Add(op, k).Add(Op.RETURN), values);
        }

        Refuses(Err.ImageKindOperand, f => f.Times(values, Op.PUSH_NONE).Add(op, last + 1).Add(Op.RETURN), values);
        Refuses(Err.ImageKindOperand, f => f.Times(values, Op.PUSH_NONE).Add(op, 255).Add(Op.RETURN), values);
    }

    [Fact]
    public void A_raise_takes_what_its_kind_says()
    {
        Accepts(f => f.Add(Op.RAISE, 0));
        Accepts(f => f.Add(Op.PUSH_NONE).Add(Op.RAISE, 1), 1);
        Accepts(f => f.Add(Op.PUSH_NONE).Add(Op.PUSH_NONE).Add(Op.RAISE, 2), 2);
        Refuses(Err.ImageStackUnderflow, f => f.Add(Op.PUSH_NONE).Add(Op.RAISE, 2), 1);
        Refuses(Err.ImageKindOperand, f => f.Times(3, Op.PUSH_NONE).Add(Op.RAISE, 3), 3);
    }

    [Fact]
    public void A_count_is_one_that_the_instruction_can_take()
    {
        foreach (int count in (int[])[2, 3])
        {
            Accepts(f => f.Times(3, Op.PUSH_NONE).Add(Op.BUILD_SLICE, count).Add(Op.RETURN), 3);
        }

        Refuses(Err.ImageCountOperand, f => f.Times(3, Op.PUSH_NONE).Add(Op.BUILD_SLICE, 1).Add(Op.RETURN), 3);
        Refuses(Err.ImageCountOperand, f => f.Times(4, Op.PUSH_NONE).Add(Op.BUILD_SLICE, 4).Add(Op.RETURN), 4);
        foreach (int op in (int[])[Op.LIST_APPEND, Op.SET_ADD, Op.DICT_ADD])
        {
            Accepts(f => f.Times(4, Op.PUSH_NONE).Add(op, 4 - OpTable.Pop[op]).Add(Op.RETURN_NONE), 4);
            Refuses(Err.ImageStackUnderflow, f => f.Times(4, Op.PUSH_NONE).Add(op, 5 - OpTable.Pop[op]).Add(Op.RETURN_NONE), 4);
            Refuses(Err.ImageCountOperand, f => f.Times(4, Op.PUSH_NONE).Add(op, 0).Add(Op.RETURN_NONE), 4);
        }

        Accepts(f => f.Times(251, Op.PUSH_NONE).Add(Op.CALL, 250).Add(Op.RETURN), 251);
        Refuses(Err.ImageCountOperand, f => f.Times(252, Op.PUSH_NONE).Add(Op.CALL, 251).Add(Op.RETURN), 252);
        Refuses(Err.ImageCountOperand, f => f.Times(253, Op.PUSH_NONE).Add(Op.CALL_METHOD, 251).Add(Op.RETURN), 253);
        Accepts(f => f.Times(255, Op.PUSH_NONE).Add(Op.BUILD_TUPLE, 255).Add(Op.RETURN), 255);
        Accepts(f => f.Add(Op.PUSH_NONE).Add(Op.UNPACK_EX, 255, 255).Add(Op.RETURN), 511);
    }

    [Theory]
    [InlineData(Op.CALL_KW, 1)]
    [InlineData(Op.CALL_METHOD_KW, 2)]
    [InlineData(Op.CALL_BUILTIN_KW, 0)]
    public void Keywords_are_a_names_constant_that_fits_the_call(int op, int more)
    {
        ImageBuilder Of(int count, int names)
        {
            ImageBuilder image = ImageBuilder.Smallest().Constant(7, [2, .. ImageBuilder.Varint(Word.key), .. ImageBuilder.Varint(Word.@base)]).Int(1).Constant(5, 2, 1, 1);
            image.Globals = 1;
            FunctionBuilder f = image.Function(Math.Max(1, count + more)).Times(count + more, Op.PUSH_NONE);
            if (op == Op.CALL_BUILTIN_KW)
            {
                f.AddWide(op, Builtin.sorted, count, names, 0);
            }
            else
            {
                f.Add(op, count, names, 0);
            }

            f.Add(Op.RETURN);
            return image;
        }

        Accepted(Of(2, 0));
        Accepted(Of(250, 0));
        Refused(Err.ImageCountOperand, Of(1, 0));
        Refused(Err.ImageCountOperand, Of(251, 0));
        Refused(Err.ImageStatic, Of(2, 1));
        Refused(Err.ImageStatic, Of(2, 2));
        Refused(Err.ImageStatic, Of(2, 3));
        Refused(Err.ImageStatic, Of(2, 4));
    }

    [Fact]
    public void A_builtin_exists_can_be_called_and_is_granted()
    {
        static ImageBuilder Load(int number) => ImageBuilder.Of(f => f.AddWide(Op.LOAD_BUILTIN, number).Add(Op.RETURN), 1);
        static ImageBuilder Call(int number) => ImageBuilder.Of(f => f.AddWide(Op.CALL_BUILTIN, number, 0).Add(Op.RETURN), 1);
        Machine denied = Machine(policy: PolicyTable([Builtin.module_time], []));
        for (int i = 0; i < BuiltinTable.COUNT; i++)
        {
            Accepted(Load(i));
            int kind = BuiltinTable.KindOf(i);
            if (kind is BuiltinTable.KIND_MODULE or BuiltinTable.KIND_CONSTANT)
            {
                Refused(Err.ImageBuiltinOperand, Call(i));
            }
            else
            {
                Accepted(Call(i));
            }

            int module = BuiltinTable.ModuleOf(i);
            if (module is 0 or BuiltinTable.INTERNAL or Builtin.module_time)
            {
                Accepted(Load(i), denied);
                continue;
            }

            Refused(Err.ImageDenied, Load(i), denied);
            if (kind is not (BuiltinTable.KIND_MODULE or BuiltinTable.KIND_CONSTANT))
            {
                Refused(Err.ImageDenied, Call(i), denied);
            }
        }

        Refused(Err.ImageBuiltinOperand, Load(BuiltinTable.COUNT));
        Refused(Err.ImageBuiltinOperand, Load(65535));
        Refused(Err.ImageBuiltinOperand, Call(BuiltinTable.COUNT));
        Refused(Err.ImageBuiltinOperand, Call(65535));
    }

    // Function 1 takes nothing, 2 a positional, 3 a keyword-only parameter, 4 brings cells.
    private static ImageBuilder Making(int op, int function, int kind)
    {
        ImageBuilder image = ImageBuilder.Of(_ => { }, 3);
        image.Function().Add(Op.RETURN_NONE);
        image.Function(0, 1).Add(Op.RETURN_NONE).Positional = 1;
        FunctionBuilder keyword = image.Function(0, 1, 8).Add(Op.RETURN_NONE);
        keyword.KeywordOnly = 1;
        keyword.ParameterNames.Add(Word.key);
        image.Function(0, 1, 64).Add(Op.COPY_FREE, 0, 1).Add(Op.RETURN_NONE).Frees = 1;
        image.Main.Times(3, Op.PUSH_NONE);
        _ = op == Op.MAKE_FUNCTION ? image.Main.Add(Op.POP).AddWide(op, function) : image.Main.AddWide(op, function, kind);
        image.Main.Add(Op.RETURN);
        return image;
    }

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(2, 0, true)]
    [InlineData(3, 0, true)]
    [InlineData(4, 0, false)]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, true)]
    [InlineData(2, 2, false)]
    [InlineData(3, 2, true)]
    [InlineData(3, 1, false)]
    [InlineData(3, 3, false)]
    [InlineData(1, 4, false)]
    [InlineData(2, 5, false)]
    [InlineData(4, 4, true)]
    [InlineData(4, 1, false)]
    [InlineData(4, 5, false)]
    [InlineData(2, 8, false)]
    [InlineData(2, 9, false)]
    public void What_is_made_fits_its_function(int function, int kind, bool valid)
    {
        ImageBuilder image = Making(kind == 0 ? Op.MAKE_FUNCTION : Op.MAKE_CLOSURE, function, kind);
        if (valid)
        {
            Accepted(image);
        }
        else
        {
            Refused(Err.ImageKindOperand, image);
        }

        Refused(Err.ImageKindOperand, Making(Op.MAKE_CLOSURE, 2, 0));
        Refused(Err.ImageFunctionOperand, Making(Op.MAKE_FUNCTION, 5, 0));
        Refused(Err.ImageFunctionOperand, Making(Op.MAKE_CLOSURE, 65535, 1));
    }
}
