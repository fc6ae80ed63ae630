using System.Globalization;

namespace SfMarketo.Bench.Serving;

/// <summary>Answers of the simulator, two files each (<c>KEY.METHOD.STATUS</c> and <c>KEY.route</c>), for the servers that only hold them.</summary>
internal static class Answers
{
    private const string Route = ".route";

    public static void Write(string folder, ServedCase of, int status, ReadOnlySpan<byte> answer)
    {
        File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{of.Key}.{of.Requests[0].Method}.{status}")), answer);
        File.WriteAllText(Path.Combine(folder, of.Key + Route), of.Route);
    }

    public static IEnumerable<StoredAnswer> Read(string folder)
    {
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(file).Split('.') is [var key, var method, var status])
            {
                yield return new StoredAnswer($"/{key}{File.ReadAllText(Path.Combine(folder, key + Route))}", method, int.Parse(status, CultureInfo.InvariantCulture), File.ReadAllBytes(file));
            }
        }
    }
}
