using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>Reads an object of the schema from its table: the first line names the object, each further line is one field.</summary>
/// <remarks>
/// <code>
/// Name prefix "Label" "Labels" [ro]
/// FieldName type[(length[,scale])] [flags] ["Label"]
/// </code>
/// Flags: <c>R</c> not nillable, <c>D</c> has a default on create, <c>ro</c> read-only, <c>co</c> create only, <c>calc</c> filled by the server (read-only),
/// <c>uq</c> unique, <c>xid</c> external id, <c>cs</c> case-sensitive, <c>ix</c> indexed, <c>key</c> can stand for the id in a path, <c>name</c> the name field,
/// <c>restricted</c> picklist; <c>-&gt;A,B(Rel)</c> reference, <c>/List</c> its name at the parent, <c>cascade</c>; <c>@List</c> picklist; <c>of:Address</c> part of a compound;
/// <c>auto:P-{0000}</c> a running number, <c>zero</c> a number that begins with 0, <c>lock</c> a lookup whose row is locked by a write.
/// </remarks>
internal static class SchemaText
{
    private static readonly string[] SystemLines =
    [
        "Id id(18) ro D key \"Record ID\"",
        "CreatedDate datetime ro R D",
        "CreatedById ref ro R D ->User(CreatedBy) \"Created By ID\"",
        "LastModifiedDate datetime ro R D",
        "LastModifiedById ref ro R D ->User(LastModifiedBy) \"Last Modified By ID\"",
        "SystemModstamp datetime ro R D \"System Modstamp\"",
    ];

    /// <param name="number">Place among all objects.</param>
    /// <param name="serialNumber">Place of its serials.</param>
    /// <param name="text">The table.</param>
    /// <param name="extraFields">Object name to further lines.</param>
    /// <param name="custom">The administrator's fields of the object, made once their number is known.</param>
    public static SObjectType Parse(int number, int serialNumber, string text, IReadOnlyList<KeyValuePair<string, string>> extraFields, IReadOnlyList<Func<int, SField>> custom)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        var head = lines[0].Split('"', StringSplitOptions.TrimEntries);
        var words = head[0].Split(' ');
        lines.RemoveAt(0);
        foreach (var (name, extra) in extraFields)
        {
            if (string.Equals(name, words[0], StringComparison.OrdinalIgnoreCase))
            {
                lines.AddRange(extra.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            }
        }

        var all = SystemLines.Concat(lines).ToList();
        var numbers = new Dictionary<string, int>();
        for (var i = 0; i < all.Count; i++)
        {
            if (!numbers.TryAdd(all[i][..all[i].IndexOf(' ')], i))
            {
                throw new FormatException($"{words[0]} has two fields of one name: {all[i]}");
            }
        }

        var fields = all.Select((line, i) => ParseField(i, line, numbers, all)).ToList();
        fields.AddRange(custom.Select((make, i) => make(all.Count + i)));
        return new SObjectType(number, serialNumber, words[0], words[1], head[1], head[3], fields, !head[4].Contains("ro"));
    }

    /// <summary>A field from a line of its own.</summary>
    public static SField ParseLine(int number, string line) => ParseField(number, line, [], []);

    private static SField ParseField(int number, string line, Dictionary<string, int> numbers, List<string> lines)
    {
        var quote = line.IndexOf('"');
        var words = (quote < 0 ? line : line[..quote]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = words[0];
        var (type, size, scale) = ParseType(words[1]);
        var flags = words.AsSpan(2);
        var (targets, relationship) = ParseReference(flags);
        var readOnly = flags.Contains("ro") || flags.Contains("calc") || type == SFieldType.Address;
        var isLong = type == SFieldType.TextArea && size > 255;
        var isDouble = type is SFieldType.Double or SFieldType.Currency or SFieldType.Percent;
        var plain = !isLong && type != SFieldType.Address;
        var external = flags.Contains("xid");
        return new SField
        {
            Number = number,
            Name = name,
            Label = quote < 0 ? Labels.From(name) : line[(quote + 1)..].TrimEnd('"'),
            Type = type,
            Length = type is SFieldType.Int || isDouble ? 0 : size,
            Precision = isDouble ? size : 0,
            Scale = scale,
            Digits = type == SFieldType.Int ? size : 0,
            Nillable = !flags.Contains("R") && type != SFieldType.Boolean && type != SFieldType.Id,
            Createable = !readOnly,
            Updateable = !readOnly && !flags.Contains("co"),
            DefaultedOnCreate = flags.Contains("D") || type == SFieldType.Boolean,
            Unique = flags.Contains("uq"),
            ExternalId = external,
            CaseSensitive = flags.Contains("cs"),
            IdLookup = external || flags.Contains("key"),
            Indexed = flags.Contains("ix") || flags.Contains("uq") || external || flags.Contains("key") && type != SFieldType.Id,
            Filterable = plain,
            Sortable = plain && type != SFieldType.MultiPicklist,
            Groupable = plain && !isDouble && type is not (SFieldType.DateTime or SFieldType.MultiPicklist),
            Calculated = flags.Contains("calc"),
            RestrictedPicklist = flags.Contains("restricted"),
            AutoNumber = After(flags, "auto:"),
            StartsAtZero = flags.Contains("zero"),
            LocksParent = flags.Contains("lock"),
            IsNameField = flags.Contains("name"),
            ReferenceTo = targets,
            RelationshipName = relationship,
            ChildRelationshipName = After(flags, "/"),
            CascadeDelete = flags.Contains("cascade"),
            Picklist = After(flags, "@") is { } list ? Picklists.Find(list) : [],
            CompoundFieldName = After(flags, "of:"),
            Parts = type == SFieldType.Address ? PartsOf(name, numbers, lines) : [],
            Json = JsonEncodedText.Encode(name),
        };
    }

    private static (SFieldType Type, int Size, int Scale) ParseType(string word)
    {
        var open = word.IndexOf('(');
        var name = open < 0 ? word : word[..open];
        var sizes = open < 0 ? [] : word[(open + 1)..^1].Split(',');
        var size = sizes.Length > 0 ? int.Parse(sizes[0], CultureInfo.InvariantCulture) : 0;
        var scale = sizes.Length > 1 ? int.Parse(sizes[1], CultureInfo.InvariantCulture) : 0;
        return name switch
        {
            "ref" => (SFieldType.Reference, 18, 0),
            "int" => (SFieldType.Int, size == 0 ? 9 : size, 0),
            _ => (Enum.Parse<SFieldType>(name, ignoreCase: true), size, scale),
        };
    }

    private static (IReadOnlyList<string> Targets, string? Relationship) ParseReference(ReadOnlySpan<string> flags)
    {
        if (After(flags, "->") is not { } reference)
        {
            return ([], null);
        }

        var open = reference.IndexOf('(');
        return open < 0 ? (reference.Split(','), null) : (reference[..open].Split(','), reference[(open + 1)..^1]);
    }

    private static int[] PartsOf(string compound, Dictionary<string, int> numbers, List<string> lines)
    {
        var prefix = compound[..^"Address".Length];
        return [.. AddressValue.PartNames.Select(part => numbers.TryGetValue(prefix + part, out var number) && lines[number].Contains("of:" + compound) ? number : -1)];
    }

    private static string? After(ReadOnlySpan<string> flags, string start)
    {
        foreach (var flag in flags)
        {
            if (flag.StartsWith(start, StringComparison.Ordinal))
            {
                return flag[start.Length..];
            }
        }

        return null;
    }

    internal static class Labels
    {
        /// <summary>The label of a fresh org as far as it follows from the name: <c>MobilePhone</c> is <c>Mobile Phone</c>, <c>AccountId</c> is <c>Account ID</c>.</summary>
        public static string From(string name)
        {
            var bare = name.EndsWith("__c", StringComparison.Ordinal) ? name[..^3].Replace('_', ' ') : name;
            var label = new StringBuilder(bare.Length + 4);
            for (var i = 0; i < bare.Length; i++)
            {
                if (i > 0 && char.IsUpper(bare[i]) && bare[i - 1] != ' ' && !char.IsUpper(bare[i - 1]))
                {
                    label.Append(' ');
                }

                label.Append(bare[i]);
            }

            return label.Replace(" Id", " ID", Math.Max(0, label.Length - 3), Math.Min(3, label.Length)).ToString();
        }
    }
}
