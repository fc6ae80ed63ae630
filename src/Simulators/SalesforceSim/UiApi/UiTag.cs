using System.Security.Cryptography;
using System.Text;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>The <c>eTag</c> members of this API: a hash in hexadecimal digits.</summary>
internal static class UiTag
{
    private const int Bytes = 16;

    /// <summary>The tag of what the text stands for.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
