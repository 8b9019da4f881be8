// The board under scripts and supervisor: pins, clock, restarts; converters, pulses and edges are in EspBoard.Peripherals.cs. Invariant: a pin's object is made once and kept; no member throws.
using System;
using System.Device.Gpio;
using System.IO;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;
using TinyPy.Device;

namespace TinyPy.Firmware
{
    /// <summary>An ESP32.</summary>
    public sealed partial class EspBoard : IBoard
    {
        private const int PINS = 64;

        // Modes and pulls of TinyPy.Vm.IHal.
        private const int MODE_OUT = 1;
        private const int MODE_OPEN_DRAIN = 2;
        private const int PULL_UP = 1;
        private const int PULL_DOWN = 2;

        private const string BOOT_FILE = "tpboot.bin";
        private const string SAFE_FILE = "tpsafe.bin";

        private readonly GpioController _controller = new GpioController();
        private readonly GpioPin[] _pins = new GpioPin[PINS];
        private readonly bool[] _outputs = new bool[PINS];
        private readonly bool[] _levels = new bool[PINS];
        private readonly HighResTimer _timer = new HighResTimer();
        private readonly string _folder;
        private readonly int _safePin;
        private readonly int _seed = new Random().Next();

        /// <summary>Makes it; `safePin` -1: none.</summary>
        public EspBoard(string folder, int safePin)
        {
            _folder = folder;
            _safePin = safePin;
        }

        /// <inheritdoc/>
        public long Micros()
        {
            return (long)HighResTimer.GetCurrent();
        }

        /// <inheritdoc/>
        public void Write(byte[] buffer, int start, int count)
        {
            // The supervisor takes output before it comes here.
        }

        /// <inheritdoc/>
        public bool ConfigurePin(int pin, int mode, int pull)
        {
            try
            {
                if (pin < 0 || pin >= PINS)
                {
                    return false;
                }

                PinMode wanted = mode == MODE_OUT ? PinMode.Output
                    : mode == MODE_OPEN_DRAIN ? (pull == PULL_UP ? PinMode.OutputOpenDrainPullUp : PinMode.OutputOpenDrain)
                    : pull == PULL_UP ? PinMode.InputPullUp
                    : pull == PULL_DOWN ? PinMode.InputPullDown
                    : PinMode.Input;
                if (!_controller.IsPinModeSupported(pin, wanted))
                {
                    return false;
                }

                if (_pins[pin] == null)
                {
                    _pins[pin] = _controller.OpenPin(pin);
                }

                _pins[pin].SetPinMode(wanted);
                _outputs[pin] = mode == MODE_OUT || mode == MODE_OPEN_DRAIN;
                if (_outputs[pin])
                {
                    _pins[pin].Write(_levels[pin] ? PinValue.High : PinValue.Low);
                }

                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        /// <inheritdoc/>
        public int ReadPin(int pin)
        {
            try
            {
                return pin < 0 || pin >= PINS || _pins[pin] == null ? 0 : _pins[pin].Read() == PinValue.High ? 1 : 0;
            }
            catch (Exception)
            {
                return 0;
            }
        }

        /// <inheritdoc/>
        public void WritePin(int pin, int level)
        {
            if (pin < 0 || pin >= PINS)
            {
                return;
            }

            _levels[pin] = level != 0;
            if (!_outputs[pin])
            {
                return;
            }

            try
            {
                _pins[pin].Write(level != 0 ? PinValue.High : PinValue.Low);
            }
            catch (Exception)
            {
                return;
            }
        }

        /// <inheritdoc/>
        public int Seed()
        {
            return _seed;
        }

        /// <inheritdoc/>
        public int BootNumber()
        {
            // Counted on the storage; by chance where that fails.
            try
            {
                string path = _folder + BOOT_FILE;
                int last = 0;
                if (File.Exists(path))
                {
                    byte[] bytes = File.ReadAllBytes(path);
                    last = bytes.Length == 4 ? bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24 : _seed;
                }

                last++;
                File.WriteAllBytes(path, new byte[] { (byte)last, (byte)(last >> 8), (byte)(last >> 16), (byte)(last >> 24) });
                return last;
            }
            catch (Exception)
            {
                return _seed;
            }
        }

        /// <inheritdoc/>
        public bool SafeBoot()
        {
            bool safe = false;
            try
            {
                if (File.Exists(_folder + SAFE_FILE))
                {
                    safe = true;
                    File.Delete(_folder + SAFE_FILE);
                }
            }
            catch (Exception)
            {
                safe = true;
            }

            // The pin is an input with a pull-up here; a script may use it afterwards.
            return safe || _safePin >= 0 && ConfigurePin(_safePin, 0, PULL_UP) && ReadPin(_safePin) == 0;
        }

        /// <inheritdoc/>
        public bool SetClock(long micros)
        {
            try
            {
                return Rtc.SetSystemTime(DateTime.UnixEpoch.AddTicks(micros * 10));
            }
            catch (Exception)
            {
                return false;
            }
        }

        /// <inheritdoc/>
        public void Reboot(bool safe)
        {
            try
            {
                if (safe)
                {
                    File.WriteAllBytes(_folder + SAFE_FILE, new byte[] { 1 });
                }

                Power.RebootDevice(RebootOption.NormalReboot);
            }
            catch (Exception)
            {
                return;
            }
        }
    }
}
