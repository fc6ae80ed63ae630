using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Faults;

/// <summary>The page that a proxy in front of a vendor sends with a status of its own.</summary>
public static class ProxyPage
{
    /// <summary>Answers with the status and its page. What was written before is thrown away.</summary>
    public static void Write(SimCall call, int status)
    {
        ArgumentNullException.ThrowIfNull(call);
        call.ResetOutput();
        call.Status = status;
        call.ContentType = "text/html";
        var title = string.Create(CultureInfo.InvariantCulture, $"{status} {ReasonPhrases.GetReasonPhrase(status)}").TrimEnd();
        Encoding.ASCII.GetBytes(
            $"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n", call.Raw);
    }
}
