using System.Globalization;
using SfMarketo.Harness.Traces;
using Spectre.Console;

namespace SfMarketo.Cli;

/// <summary>Shows lives as text: for each a heading and a table with one row an event, 160 columns wide at most when it is redirected.</summary>
internal static class TraceTable
{
    private const int CallWidth = 32;
    private const int MostWho = 26;

    public static void Write(TraceResult result, IAnsiConsole console)
    {
        if (result.Lives.Count > 1)
        {
            Line(console, string.Create(CultureInfo.InvariantCulture, $"{result.Lives.Count} lives had the address {result.Query.Text}."));
            Line(console, "");
        }

        for (var i = 0; i < result.Lives.Count; i++)
        {
            Write(result.Lives[i], i + 1, result, console);
        }
    }

    private static void Write(Life life, int number, TraceResult result, IAnsiConsole console)
    {
        var heading = result.Lives.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"Life {number} of {result.Lives.Count}: ") : "";
        Line(console, heading + string.Join(", ", life.Members.Select(member => member.Key.ToString())));
        foreach (var member in life.Members)
        {
            Line(console, $"  {member.Key.Sim,-10} {member.Key}: {member.How}{(member.IsSeeded ? ", there before the run" : "")}");
        }

        if (life.Emails.Count > 0)
        {
            Line(console, "  e-mail     " + string.Join(", ", life.Emails));
        }

        foreach (var note in life.Notes)
        {
            Line(console, "  " + note);
        }

        Line(console, "");
        var table = new Table().Border(TableBorder.None);
        foreach (var name in new[] { "UTC", "since start", "gap", "system", "who" })
        {
            table.AddColumn(new TableColumn(name).NoWrap());
        }

        table.AddColumn("what");
        table.AddColumn(new TableColumn("call").Width(CallWidth));
        foreach (var one in life.Events)
        {
            table.AddRow(
                Cell(TraceWords.Instant(one.At)),
                Cell(TraceWords.Offset(one.At, result.Start)),
                Cell(one.Gap is { } gap ? "+" + TraceWords.Span(gap.Took) : ""),
                Cell(one.Sim),
                Cell(one.Who.Length > MostWho ? one.Who[..(MostWho - 2)] + ".." : one.Who),
                Cell(What(one, life)),
                Cell(Call(one.Call)));
        }

        console.Write(table);
        Line(console, "");
    }

    /// <summary>The heading has the ids: a record that is the only one of its object goes by that.</summary>
    private static string What(TraceEvent one, Life life)
    {
        var text = one.What;
        if (one.Record is { } record && life.Members.Count(member => member.Key.Object == record.Object) == 1 && life.Members.Any(member => member.Key == record))
        {
            text = text.Replace(record.ToString(), record.Object, StringComparison.Ordinal);
        }

        if (one.Kind != "change")
        {
            return text;
        }

        var after = one.Gap is { } gap ? "; carries over: " + gap.Since : one.IsLeftBehind ? "; no write followed" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{text} v{one.Version}{(one.Fields.Count > 0 ? ": " : "")}{TraceFields.Text(one)}{after}");
    }

    private static string Call(TraceCall? call)
    {
        if (call is null)
        {
            return "";
        }

        string?[] parts = [
            string.Create(CultureInfo.InvariantCulture, $"#{call.Number}"), call.Method, Short(call.Path),
            call.Status == 0 ? null : call.Status.ToString(CultureInfo.InvariantCulture), .. call.Codes, call.Fault is { } fault ? "fault " + fault : null];
        return string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>A path without what all paths of the system begin with.</summary>
    private static string Short(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var start = parts is ["rest", "v1", _, ..] ? 2 : parts is ["services", "data", _, _, ..] ? 3 : 0;
        return start == 0 ? path : string.Join('/', parts[start..]);
    }

    private static Markup Cell(string text) => new(Markup.Escape(text));

    // Not through Spectre's layout, which would break long lines at its own width.
    private static void Line(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);
}
