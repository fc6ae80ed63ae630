using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SfMarketo.Kernel.Control;

/// <summary>Writes why a control call failed: <c>{"error", "where", "help"}</c>.</summary>
internal static class ControlFailure
{
    /// <returns>The HTTP status.</returns>
    public static int Write(Utf8JsonWriter json, Exception failure)
    {
        // What the org refuses is the caller's mistake or the state's; anything else is a bug of ours, and says so.
        var (what, where, help, status) = failure switch
        {
            ControlException known => (known.Message, known.Where, known.Help, known.Status),
            ArgumentException wrong => (Bare(wrong), "", "GET /__sim lists what each call takes", StatusCodes.Status400BadRequest),
            InvalidOperationException refused => (refused.Message, "", "the record's state does not allow it", StatusCodes.Status409Conflict),
            _ => ($"the simulator failed: {failure.GetType().Name}", "", "this is a bug of the simulator", StatusCodes.Status500InternalServerError),
        };
        json.WriteStartObject();
        json.WriteString("error"u8, what);
        if (where.Length > 0)
        {
            json.WriteString("where"u8, where);
        }

        json.WriteString("help"u8, help);
        json.WriteEndObject();
        return status;
    }

    // Without the parameter's name, which is no word of the caller's.
    private static string Bare(ArgumentException wrong)
    {
        var end = wrong.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? wrong.Message : wrong.Message[..end];
    }
}
