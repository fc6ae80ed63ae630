using System.Globalization;
using System.Text;
using System.Xml;

namespace SfMarketo.Cli.Verdicts;

/// <summary>Writes runs as JUnit XML, as CI servers show it: a suite a scenario, a case for each check, expectation, goal and threshold.</summary>
internal static class JunitFile
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, Encoding = new UTF8Encoding(false) };

    /// <summary>Writes the file; makes its folder.</summary>
    /// <exception cref="IOException">It cannot be written; also <see cref="UnauthorizedAccessException"/>.</exception>
    public static void Write(string path, IReadOnlyList<FinishedRun> runs)
    {
        MakeFolder(path);
        File.WriteAllBytes(path, Bytes(runs));
    }

    /// <summary>Tries whether the file could be written, before anything is played for it; leaves none behind, and one that is there as it is.</summary>
    /// <exception cref="IOException">It cannot be written; also <see cref="UnauthorizedAccessException"/>.</exception>
    public static void Try(string path)
    {
        MakeFolder(path);
        var isNew = !File.Exists(path);
        new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
        if (isNew)
        {
            File.Delete(path);
        }
    }

    public static byte[] Bytes(IReadOnlyList<FinishedRun> runs)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            var all = runs.Select(run => RunVerdicts.Of(run.Result)).ToList();
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "sfmarketo");
            Count(xml, [.. all.SelectMany(verdicts => verdicts)], TimeSpan.FromTicks(runs.Sum(run => run.WallTime.Ticks)));
            for (var place = 0; place < runs.Count; place++)
            {
                Suite(xml, runs[place], all[place]);
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void MakeFolder(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    private static void Suite(XmlWriter xml, FinishedRun run, IReadOnlyList<Verdict> verdicts)
    {
        var result = run.Result;
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(result.Scenario));
        xml.WriteAttributeString("file", Clean(result.File));
        Count(xml, verdicts, run.WallTime);
        xml.WriteStartElement("properties");
        Property(xml, "seed", result.Seed.ToString(CultureInfo.InvariantCulture));
        Property(xml, "virtualSeconds", result.VirtualDuration.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        Property(xml, "replay", result.Replay);
        xml.WriteEndElement();
        foreach (var verdict in verdicts)
        {
            Case(xml, run, verdict);
        }

        if (result.Warnings.Count > 0)
        {
            xml.WriteElementString("system-out", Clean(string.Join('\n', result.Warnings.Select(warning => "warning: " + warning))));
        }

        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, FinishedRun run, Verdict verdict)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean($"{run.Result.Scenario}.{verdict.Kind}"));
        xml.WriteAttributeString("name", Clean(verdict.Name));
        xml.WriteAttributeString("file", Clean(verdict.File ?? run.Result.File));
        if (verdict.Line is { } line)
        {
            xml.WriteAttributeString("line", line.ToString(CultureInfo.InvariantCulture));
        }

        xml.WriteAttributeString("time", "0");
        if (!verdict.Passed)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", verdict.Kind);
            xml.WriteAttributeString("message", Clean(verdict.Heading));
            string[] more = [.. verdict.Facts, .. verdict.Cases, .. Labelled("trace", verdict.Trace), .. Labelled("replay", run.Result.Replay)];
            xml.WriteString(Clean(string.Join('\n', more)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Count(XmlWriter xml, IReadOnlyList<Verdict> verdicts, TimeSpan wall)
    {
        xml.WriteAttributeString("tests", verdicts.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", verdicts.Count(verdict => !verdict.Passed).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("time", wall.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
    }

    private static void Property(XmlWriter xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("value", Clean(value));
            xml.WriteEndElement();
        }
    }

    private static string[] Labelled(string label, string? text) => text is null ? [] : [$"{label}: {text}"];

    /// <summary>Without what XML cannot hold.</summary>
    private static string Clean(string text) =>
        text.All(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)) ? text : string.Concat(text.Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));
}
