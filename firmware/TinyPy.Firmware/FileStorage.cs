// The supervisor's files on the board's storage. Invariant: no member throws; what a power cut leaves is the supervisor's matter.
using System;
using System.IO;
using TinyPy.Device;

namespace TinyPy.Firmware
{
    /// <summary>Files by number in a folder.</summary>
    public sealed class FileStorage : IStorage
    {
        private readonly string _prefix;

        /// <summary>Keeps its files under a path that begins so: "I:\tp".</summary>
        public FileStorage(string prefix)
        {
            _prefix = prefix;
        }

        /// <inheritdoc/>
        public int Read(int file, int at, byte[] buffer, int start, int count)
        {
            try
            {
                string path = PathOf(file);
                if (!File.Exists(path))
                {
                    return -1;
                }

                FileStream stream = new FileStream(path, FileMode.Open, FileAccess.Read);
                try
                {
                    int left = (int)stream.Length - at;
                    if (left <= 0)
                    {
                        return 0;
                    }

                    stream.Seek(at, SeekOrigin.Begin);
                    int want = left < count ? left : count;
                    int read = 0;
                    while (read < want)
                    {
                        int now = stream.Read(buffer, start + read, want - read);
                        if (now <= 0)
                        {
                            break;
                        }

                        read += now;
                    }

                    return read;
                }
                finally
                {
                    stream.Dispose();
                }
            }
            catch (Exception)
            {
                return -1;
            }
        }

        /// <inheritdoc/>
        public bool Write(int file, int at, byte[] buffer, int start, int count)
        {
            try
            {
                FileStream stream = new FileStream(PathOf(file), at == 0 ? FileMode.Create : FileMode.Open, FileAccess.Write);
                try
                {
                    if (stream.Length != at)
                    {
                        return false;
                    }

                    stream.Seek(at, SeekOrigin.Begin);
                    stream.Write(buffer, start, count);
                    stream.Flush();
                    return true;
                }
                finally
                {
                    stream.Dispose();
                }
            }
            catch (Exception)
            {
                return false;
            }
        }

        /// <inheritdoc/>
        public bool Delete(int file)
        {
            try
            {
                string path = PathOf(file);
                if (File.Exists(path))
                {
                    File.Delete(path);
                }

                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        private string PathOf(int file)
        {
            return _prefix + file.ToString() + ".bin";
        }
    }
}
