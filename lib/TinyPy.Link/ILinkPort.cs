// The board's end of the line: bytes in, bytes out, never waiting. What is behind it (a UART, files that the host writes, a socket) is the board's matter.
namespace TinyPy.Link
{
    /// <summary>A line of bytes as the board sees it. No member throws.</summary>
    public interface ILinkPort
    {
        /// <summary>Takes up to `count` bytes that have arrived into buffer[start ..]. Returns how many; 0 if there are none. Does not wait.</summary>
        int Read(byte[] buffer, int start, int count);

        /// <summary>Sends up to `count` bytes of buffer[start ..]. Returns how many the line took, 0 if it takes none now. Does not wait for longer than those bytes take.</summary>
        int Write(byte[] buffer, int start, int count);

        /// <summary>Bytes that can arrive between two calls of Read without being lost: the credit that hosts are given comes from it.</summary>
        int ReceiveRoom();
    }
}
