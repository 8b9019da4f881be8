// Analog inputs, PWM and edges of an ESP32. Invariants: a channel is opened once for a pin and kept; a pin pulses on one PWM unit at most, and the unit is free
// again when its pulses end; an edge is passed on only for pins that a script watches; no member throws.
using System;
using System.Device.Adc;
using System.Device.Gpio;
using System.Device.Pwm;
using nanoFramework.Hardware.Esp32;
using TinyPy.Device;
using TinyPy.Vm;

namespace TinyPy.Firmware
{
    public sealed partial class EspBoard : IPeripherals
    {
        private const int RISING = 1;
        private const int FALLING = 2;

        // DeviceFunction.PWM1, the number of units at most, and what is between two of them.
        private const int PWM_FIRST = (int)DeviceFunction.PWM1;
        private const int PWM_STEP = (int)DeviceFunction.PWM2 - PWM_FIRST;
        private const int PWM_UNITS = 16;

        // Channels of both converters, numbered through as the controller and DeviceFunction do.
        private const int ADC_CHANNELS = 20;

        private readonly AdcChannel[] _analog = new AdcChannel[PINS];
        private readonly PwmChannel[] _pulses = new PwmChannel[PINS];
        private readonly int[] _unitOf = new int[PINS];
        private readonly bool[] _unitUsed = new bool[PWM_UNITS];
        private readonly bool[] _watched = new bool[PINS];
        private PinChangeEventHandler _changed;
        private AdcController _adc;
        private int _adcMost;

        /// <summary>Who is told of edges; null: nobody yet.</summary>
        public Supervisor Supervisor;

        /// <inheritdoc/>
        public bool Watch(int pin, int edges)
        {
            try
            {
                if (pin < 0 || pin >= PINS || _pins[pin] == null && !ConfigurePin(pin, 0, 0))
                {
                    return false;
                }

                if (_changed == null)
                {
                    _changed = new PinChangeEventHandler(Changed);
                }

                if (_watched[pin])
                {
                    _controller.UnregisterCallbackForPinValueChangedEvent(pin, _changed);
                    _watched[pin] = false;
                }

                if (edges != 0)
                {
                    PinEventTypes types = ((edges & RISING) != 0 ? PinEventTypes.Rising : PinEventTypes.None) | ((edges & FALLING) != 0 ? PinEventTypes.Falling : PinEventTypes.None);
                    _controller.RegisterCallbackForPinValueChangedEvent(pin, types, _changed);
                    _watched[pin] = true;
                }

                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        /// <inheritdoc/>
        public int ReadAnalog(int pin)
        {
            try
            {
                if (pin < 0 || pin >= PINS || _analog[pin] == null && !OpenAnalog(pin))
                {
                    return -1;
                }

                int value = _analog[pin].ReadValue();
                return value < 0 ? 0 : value >= _adcMost ? 65535 : value * 65535 / _adcMost;
            }
            catch (Exception)
            {
                return -1;
            }
        }

        /// <inheritdoc/>
        public bool SetPwm(int pin, int hertz, int duty)
        {
            try
            {
                if (pin < 0 || pin >= PINS)
                {
                    return false;
                }

                if (hertz == 0)
                {
                    EndPulses(pin);
                    return true;
                }

                if (_pulses[pin] != null)
                {
                    _pulses[pin].Frequency = hertz;
                    _pulses[pin].DutyCycle = duty / 65536.0;
                    return true;
                }

                int unit = 0;
                while (unit < PWM_UNITS && _unitUsed[unit])
                {
                    unit++;
                }

                if (unit == PWM_UNITS)
                {
                    return false;
                }

                Configuration.SetPinFunction(pin, (DeviceFunction)(PWM_FIRST + unit * PWM_STEP));
                PwmChannel channel = PwmChannel.CreateFromPin(pin, hertz, duty / 65536.0);
                if (channel == null)
                {
                    return false;
                }

                _pulses[pin] = channel;
                _unitOf[pin] = unit;
                _unitUsed[unit] = true;
                channel.Start();
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        private void EndPulses(int pin)
        {
            PwmChannel channel = _pulses[pin];
            if (channel == null)
            {
                return;
            }

            _pulses[pin] = null;
            _unitUsed[_unitOf[pin]] = false;
            channel.Stop();
            channel.Dispose();
        }

        // Finds the channel that the pin is: pins are known by their function.
        private bool OpenAnalog(int pin)
        {
            if (_adc == null)
            {
                _adc = new AdcController();
                _adcMost = _adc.MaxValue;
                if (_adcMost < 1)
                {
                    _adcMost = 4095;
                }
            }

            for (int i = 0; i < ADC_CHANNELS; i++)
            {
                if (Configuration.GetFunctionPin((DeviceFunction)((int)DeviceFunction.ADC1_CH0 + i)) == pin)
                {
                    _analog[pin] = _adc.OpenChannel(i);
                    return true;
                }
            }

            return false;
        }

        // On a thread of the runtime: the supervisor only takes a note.
        private void Changed(object sender, PinValueChangedEventArgs change)
        {
            int pin = change.PinNumber;
            if (Supervisor != null && pin >= 0 && pin < PINS && _watched[pin])
            {
                Supervisor.PinEvent(pin, change.ChangeType == PinEventTypes.Rising ? 1 : 0);
            }
        }
    }
}
