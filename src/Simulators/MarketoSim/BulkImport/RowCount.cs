namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>Counts the rows of a delimited file without reading them: what ends outside of quotes and is not blank.</summary>
internal static class RowCount
{
    public static int Of(ReadOnlySpan<byte> file)
    {
        var (count, quoted, start) = (0, false, 0);
        for (var at = 0; at < file.Length; at++)
        {
            var next = file[at..].IndexOfAny((byte)'"', (byte)'\n');
            if (next < 0)
            {
                break;
            }

            at += next;
            if (file[at] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted)
            {
                count += IsBlank(file[start..at]) ? 0 : 1;
                start = at + 1;
            }
        }

        return count + (IsBlank(file[start..]) ? 0 : 1);
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IsEmpty || (line.Length == 1 && line[0] == '\r');
}
