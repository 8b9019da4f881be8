// The message channel and the host functions: the other side of the module host. Invariant: no exception of an application's function or handler, and no value
// that cannot cross, goes into the machine: it becomes an exception of the script.
using System.Collections.Concurrent;
using TinyPy.Hosting.Values;
using TinyPy.Vm;

namespace TinyPy.Hosting;

public sealed partial class Sandbox
{
    /// <summary>Most messages that wait for the script, and for the application without an <see cref="Emitted"/> handler.</summary>
    public const int MaxQueued = 1024;

    private readonly ConcurrentQueue<byte[]> _messages = new();
    private readonly ConcurrentQueue<object?> _emitted = new();

    // Wakes a thread that waits for the script's own wait to end.
    private readonly object _bell = new();
    private bool _rung;
    private volatile bool _closed;

    /// <summary>Takes what the script gives to <c>host.emit</c>, on the thread that runs it. Without one, messages wait for <see cref="TryTake"/>.</summary>
    public Action<object?>? Emitted { get; set; }

    /// <summary>Sends a value to the script: the next <c>host.receive()</c> returns a copy of it. From any thread.</summary>
    /// <returns>False: <see cref="MaxQueued"/> messages wait already, or <see cref="CloseMessages"/> was called.</returns>
    /// <exception cref="ScriptValueException">The value cannot cross.</exception>
    public bool Post(object? message)
    {
        PlainWriter writer = new();
        writer.Write(message);
        if (_closed || _messages.Count >= MaxQueued)
        {
            return false;
        }

        _messages.Enqueue(writer.Bytes.ToArray());
        Ring();
        return true;
    }

    /// <summary>No more messages will come: when those that wait are taken, <c>host.receive()</c> raises EOFError. From any thread.</summary>
    public void CloseMessages()
    {
        _closed = true;
        Ring();
    }

    /// <summary>The oldest message that the script emitted and no <see cref="Emitted"/> handler took.</summary>
    public bool TryTake(out object? message) => _emitted.TryDequeue(out message);

    /// <summary>The permissions of the host functions that the script called.</summary>
    internal HashSet<string> CalledPermissions { get; } = [];

    private void Ring()
    {
        lock (_bell)
        {
            _rung = true;
            Monitor.PulseAll(_bell);
        }
    }

    private sealed class MessageDoor(Sandbox sandbox) : IHostDoor
    {
        private readonly PlainWriter _reply = new();

        public int Emit(byte[] buffer, int start, int count)
        {
            object? message = PlainReader.Read(buffer.AsSpan(start, count));
            if (sandbox.Emitted is { } handler)
            {
                handler(message);
            }
            else if (sandbox._emitted.Count < MaxQueued)
            {
                sandbox._emitted.Enqueue(message);
            }
            else
            {
                return -1;
            }

            return 1;
        }

        public int NextSize() => sandbox._messages.TryPeek(out byte[]? message) ? message.Length : sandbox._closed ? -2 : -1;

        public void Take(byte[] buffer, int start)
        {
            if (sandbox._messages.TryDequeue(out byte[]? message))
            {
                message.CopyTo(buffer, start);
            }
        }

        public int Call(byte[] buffer, int start, int count)
        {
            List<object?> request = (List<object?>)PlainReader.Read(buffer.AsSpan(start, count))!;
            string key = request[0] as string ?? string.Empty;
            HostFunction? function = null;
            foreach (HostFunction candidate in sandbox._options.Functions)
            {
                if (candidate.Key == key)
                {
                    function = candidate;
                    break;
                }
            }

            if (function is null)
            {
                Reply(4, $"there is no host function '{key}'");
            }
            else if (!sandbox._policy.GrantsHost(function.Permission))
            {
                Reply(2, $"the policy does not grant the host function '{function.Name}' (\"host\": [\"{function.Permission}\"])");
            }
            else
            {
                sandbox.CalledPermissions.Add(function.Permission);
                Run(function, [.. request.Skip(1)]);
            }

            return _reply.Count;
        }

        public void TakeReply(byte[] buffer, int start) => _reply.Bytes.CopyTo(buffer.AsSpan(start));

        private void Run(HostFunction function, object?[] arguments)
        {
            try
            {
                object? value = function.Invoke(arguments, out string? wrong);
                Reply(wrong is null ? 0 : 3, wrong ?? value);
            }
            catch (HostFunctionException error)
            {
                Reply(1, error.Message.Length <= 1000 ? error.Message : error.Message[..1000]);
            }
            catch (ScriptValueException error)
            {
                Reply(1, $"the host function '{function.Name}' returned what a script cannot have: {error.Message}");
            }
#pragma warning disable CA1031 // Whatever an application's function throws, the script gets an exception that tells it nothing of the inside.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Reply(1, $"the host function '{function.Name}' failed ({error.GetType().Name})");
            }
        }

        private void Reply(int status, object? value)
        {
            _reply.Clear();
            _reply.Tuple(2);
            _reply.Write(status);
            _reply.Write(value);
        }
    }
}
