namespace SfMarketo.Bench.Serving;

/// <summary>Answers of the simulator, a file each (<c>KEY.METHOD</c>), for the servers that only hold them.</summary>
internal static class Answers
{
    public static void Write(string folder, ServedCase of, ReadOnlySpan<byte> answer) => File.WriteAllBytes(Path.Combine(folder, $"{of.Key}.{of.Requests[0].Method}"), answer);

    public static IEnumerable<(string Key, string Method, byte[] Bytes)> Read(string folder) =>
        Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file)[1..], File.ReadAllBytes(file)));
}
