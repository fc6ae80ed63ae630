namespace SfMarketo.Kernel.Control;

/// <summary><c>limits</c> and <c>usage</c>.</summary>
internal static class LimitRoutes
{
    public static void Read(ControlCall call) => call.Member.Control.WriteLimits(call.Json);

    public static void Change(ControlCall call)
    {
        call.Member.Control.ChangeLimits(call.Input);
        Read(call);
    }

    public static void Usage(ControlCall call)
    {
        call.Member.Control.WriteUsage(call.Json);
        call.Json.WriteNumber("calls"u8, call.Member.Journal.Written);
        call.Json.WriteStartObject("codes"u8);
        foreach (var (code, count) in call.Member.Journal.Codes)
        {
            call.Json.WriteNumber(code, count);
        }

        call.Json.WriteEndObject();
    }
}
