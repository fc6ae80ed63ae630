using System.Runtime.InteropServices;
using System.Text;
using SfMarketo.Kernel.Csv;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>Turns a row into values of fields, or says what is wrong with it in the vendor's words.</summary>
internal sealed class RowReader(MarketoInstance instance)
{
    private readonly List<FieldValue> person = [];
    private readonly List<FieldValue> member = [];
    private char[] characters = new char[256];

    /// <summary>Values of the person; good until the next row.</summary>
    public ReadOnlySpan<FieldValue> Person => CollectionsMarshal.AsSpan(person);

    /// <summary>Values of the membership.</summary>
    public ReadOnlySpan<FieldValue> Member => CollectionsMarshal.AsSpan(member);

    /// <summary>Reads the row on which the reader is.</summary>
    /// <param name="row">The reader.</param>
    /// <param name="columns">What the header says.</param>
    /// <param name="warning">What is odd about a row that can be written.</param>
    /// <returns>Why it cannot be written; null when it can.</returns>
    public string? Read(CsvReader row, IReadOnlyList<ImportColumn> columns, out string? warning)
    {
        person.Clear();
        member.Clear();
        warning = null;
        if (row.Problem != CsvProblem.None)
        {
            return row.Problem == CsvProblem.UnclosedQuote ? "Invalid row: a quoted value does not end" : "Invalid row: text follows a quoted value";
        }

        if (row.Count > columns.Count)
        {
            return "Invalid row: more values than columns";
        }

        var keepsEmpty = instance.Options.Switches.ImportEmptyCell == ImportEmptyCell.Keep;
        for (var column = 0; column < row.Count; column++)
        {
            var (field, ofMember) = columns[column];
            var bytes = row[column];
            if (bytes.IsEmpty && keepsEmpty)
            {
                continue;
            }

            var value = Value(bytes, field, out var failure, ref warning);
            if (failure is not null)
            {
                return failure;
            }

            (ofMember ? member : person).Add(new FieldValue(field, value));
        }

        return null;
    }

    private object? Value(ReadOnlySpan<byte> bytes, PersonField field, out string? failure, ref string? warning)
    {
        failure = null;
        if (characters.Length < bytes.Length)
        {
            characters = new char[bytes.Length * 2];
        }

        var text = characters.AsSpan(0, Encoding.UTF8.GetChars(bytes, characters));
        var value = instance.Reader.FromText(text, field, out var problem);
        if (problem is not { } misfit)
        {
            return value;
        }

        if (misfit.Code == "1001")
        {
            failure = "Invalid data type in field " + field.DisplayName;
        }
        else if (field.Type == PersonFieldType.Email && text.Length <= field.Length)
        {
            // The row is imported, address and all.
            warning ??= "Invalid email address";
            return text.ToString();
        }
        else
        {
            failure = misfit.Message;
        }

        return null;
    }
}
